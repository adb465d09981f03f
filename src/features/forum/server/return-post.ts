import type * as v from 'valibot';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import type { Actor } from '#features/people/people.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { Refusal } from '#lib/refusal.ts';
import { announce } from '#lib/server/announce.ts';
import { atomic } from '#lib/server/db.ts';
import type { pendingReturn } from '../inputs.ts';
import { pendingEvents, type PendingEvent } from '../pending.ts';
import { eventOf } from './append-pending.ts';
import { appendReturned, takeWaiting } from './append-released.ts';
import { returnEntry } from './decision-entry.ts';
import { findPending } from './find-pending.ts';

/** A focal point gives a text back to its author, with a note. Refuses as clearPost does. */
export async function returnPost(
  actor: Actor,
  { id, revision, note }: v.InferOutput<typeof pendingReturn>
): Promise<void> {
  const member = mustBeSignedIn(actor);
  const { row, may } = await findPending(actor, id);
  if (!may.decide || row.reason !== 'clearance') throw new Refusal('not-allowed');
  const at = new Date();
  await atomic(async (tx) => {
    const waiting = await takeWaiting(tx, id, revision);
    await appendReturned(tx, waiting, { by: member.name, why: null, note }, at);
    await appendEntry(tx, await returnEntry(tx, waiting, member, at));
  });
  announce<PendingEvent>({
    name: pendingEvents.returned,
    rooms: [],
    payload: eventOf(row, member.personId)
  });
}
