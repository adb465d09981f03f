import { and, eq, isNull } from 'drizzle-orm';
import type * as v from 'valibot';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import type { Actor } from '#features/people/people.ts';
import { mayAdminister } from '#features/people/server/may.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { Refusal } from '#lib/refusal.ts';
import { atomic } from '#lib/server/db.ts';
import type { deskEnd } from '../../inputs.ts';
import { purposeEvents } from '../../purposes.ts';
import { supportDesks } from '../support-tables.ts';

/** Ends a desk: no request comes to it any more. Doing it again changes nothing. */
export async function endDesk(actor: Actor, { id }: v.InferOutput<typeof deskEnd>): Promise<void> {
  const member = mustBeSignedIn(actor);
  if (!mayAdminister(actor)) throw new Refusal('not-allowed');
  await atomic(async (tx) => {
    const ended = await tx
      .update(supportDesks)
      .set({ endedAt: new Date() })
      .where(and(eq(supportDesks.id, id), isNull(supportDesks.endedAt)))
      .returning();
    if (ended.length === 0) return;
    await appendEntry(tx, {
      action: purposeEvents.deskEnded,
      actor: { ...member, capacity: 'personal', organisationId: null },
      object: { kind: 'support-desk', id }
    });
  });
}
