import { eq } from 'drizzle-orm';
import type * as v from 'valibot';
import type { Actor } from '#features/people/people.ts';
import { mustBeSignedIn, readAct } from '#features/people/server/read-act.ts';
import { Refusal } from '#lib/refusal.ts';
import { atomic, type Tx } from '#lib/server/db.ts';
import type { supportEscalation } from '../../inputs.ts';
import { supportLevels, type SupportLevel } from '../../purposes.ts';
import { announceThread } from '../announce-change.ts';
import { bumpThread, mustBeOpen } from '../bump.ts';
import { findThread } from '../find-thread.ts';
import { mayEscalate } from '../may.ts';
import { readState } from '../read-state.ts';
import { supportRequests } from '../support-tables.ts';
import type { ThreadRow } from '../views.ts';
import { routeRequest, type Route } from './route-request.ts';

/**
 * Sends a request on to the next level, with a reason that everyone reads. Refuses not-allowed `not-the-desk`, conflict
 * `already-answered`, `top-level`, `thread-closed`.
 */
export async function escalateRequest(
  actor: Actor,
  { threadId, reason }: v.InferOutput<typeof supportEscalation>,
  { at = new Date() }: { at?: Date } = {}
): Promise<void> {
  const member = mustBeSignedIn(actor);
  const { space } = await findThread(actor, threadId);
  const thread = await atomic(async (tx) => {
    const bumped = await bumpThread(tx, threadId);
    await mustBeOpen(tx, threadId);
    const [request] = await tx.select().from(supportRequests).where(eq(supportRequests.threadId, threadId));
    if (!request) throw new Refusal('not-found');
    const desk = request.deskOrganisationId;
    if (!mayEscalate(actor, space, desk)) throw new Refusal('not-allowed', 'not-the-desk');
    const holds = member.capacities.some(({ value }) => value === desk);
    const act = await readAct(actor, holds && desk ? desk : 'personal', 'speak', tx);
    const by = { actor: act, personName: act.personName };
    await sendUp(tx, bumped, request, { why: 'by-hand', reason, by, at });
    return bumped;
  });
  announceThread(thread, await readState(thread));
}

/** One level up from where a request is now. Refuses conflict `already-answered`, `top-level`. */
export async function sendUp(
  tx: Tx,
  thread: ThreadRow,
  request: typeof supportRequests.$inferSelect,
  step: Pick<Route, 'why' | 'reason' | 'by' | 'at'>
): Promise<void> {
  if (request.answeredAt) throw new Refusal('conflict', 'already-answered');
  const next: SupportLevel | undefined = supportLevels[supportLevels.indexOf(request.level) + 1];
  if (!next) throw new Refusal('conflict', 'top-level');
  const { kind, country } = request;
  await routeRequest(tx, {
    ...step,
    threadId: thread.id,
    spaceId: thread.spaceId,
    kind,
    country,
    level: next
  });
}
