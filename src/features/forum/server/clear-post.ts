import type * as v from 'valibot';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import { listFocalPoints } from '#features/clearance/server/list-focal-points.ts';
import type { Actor } from '#features/people/people.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { Refusal } from '#lib/refusal.ts';
import { atomic } from '#lib/server/db.ts';
import type { pendingDecision } from '../inputs.ts';
import { pendingEvents } from '../pending.ts';
import { announceRelease } from './announce-release.ts';
import { appendReleased, type Released } from './append-released.ts';
import { decisionEntry } from './decision-entry.ts';
import { findPending } from './find-pending.ts';

/**
 * A focal point clears what was said for their organisation: it is posted now, and says who cleared it. Refuses
 * not-found, not-allowed, conflict `already-decided`, `waiting-text-changed`, `thread-closed`. Comes back `returned` when its
 * author may not say it any more.
 */
export async function clearPost(
  actor: Actor,
  { id, revision }: v.InferOutput<typeof pendingDecision>
): Promise<Released> {
  const member = mustBeSignedIn(actor);
  const { row, may } = await findPending(actor, id);
  if (!may.decide || row.reason !== 'clearance') throw new Refusal('not-allowed');
  const at = new Date();
  const point = (await listFocalPoints(row.organisationId ?? '')).find(
    ({ personId }) => personId === member.personId
  );
  const cleared = {
    by: member.name,
    personId: member.personId,
    title: point?.title ?? null,
    at: at.toISOString()
  };
  const released = await atomic(async (tx) => {
    const released = await appendReleased(tx, { id, revision }, cleared, at);
    await appendEntry(tx, await decisionEntry(tx, released, pendingEvents.cleared, member, at));
    return released;
  });
  await announceRelease(released, pendingEvents.cleared, member.personId);
  return released;
}
