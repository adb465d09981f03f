import { eq } from 'drizzle-orm';
import type { Act } from '#features/people/people.ts';
import { organisations } from '#features/people/server/tables.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Tx } from '#lib/server/db.ts';
import type { SupportKind } from '../../purposes.ts';
import { supportRequests } from '../support-tables.ts';
import type { ThreadRow } from '../views.ts';
import { routeRequest } from './route-request.ts';

/**
 * Writes a request beside its thread and sends it to the nearest desk, within the transaction that starts the thread.
 * Support is asked by a ministry, of a country, which decides where the request goes first: not-allowed `needs-ministry`.
 */
export async function openRequest(tx: Tx, thread: ThreadRow, act: Act, kind: SupportKind): Promise<void> {
  const [ministry] = await tx
    .select({ kind: organisations.kind, country: organisations.country })
    .from(organisations)
    .where(eq(organisations.id, act.organisationId ?? ''));
  if (ministry?.kind !== 'ministry' || !ministry.country)
    throw new Refusal('not-allowed', 'needs-ministry', 'capacity');
  const request = { threadId: thread.id, spaceId: thread.spaceId, kind, country: ministry.country };
  await tx.insert(supportRequests).values({ ...request, level: 'country', createdAt: thread.createdAt });
  await routeRequest(tx, {
    ...request,
    level: 'country',
    why: 'opened',
    reason: null,
    by: thread.unattributedSince ? null : { actor: act, personName: act.personName },
    at: thread.createdAt
  });
}
