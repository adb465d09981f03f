import type * as v from 'valibot';
import { pendingEvents, type PendingView } from '#features/forum/pending.ts';
import { appendReleased, appendReturned, takeWaiting } from '#features/forum/server/append-released.ts';
import { readPending } from '#features/forum/server/read-pending.ts';
import type { Actor, Member } from '#features/people/people.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { isUnattributed } from '#features/people/unattributed.ts';
import { readSpace } from '#features/spaces/server/read-space.ts';
import { Refusal } from '#lib/refusal.ts';
import { announce } from '#lib/server/announce.ts';
import { atomic } from '#lib/server/db.ts';
import { events, type approval, type decline, type ModerationEvent, type Role } from '../moderation.ts';
import { appendAct, eventOf } from './append-act.ts';
import { roleOf } from './may.ts';

/** Lets out a first post that waited. Refuses not-found, not-allowed, and what a release refuses (append-released.ts). */
export async function approvePost(
  actor: Actor,
  { id, revision }: v.InferOutput<typeof approval>
): Promise<void> {
  const { member, role, pending } = await findFirstPost(actor, id);
  const { released, act } = await atomic(async (tx) => {
    const released = await appendReleased(tx, { id, revision }, null, new Date());
    const where = released.kind === 'posted' ? { threadId: released.thread.id, postId: id } : {};
    const kind = released.kind === 'posted' ? 'approved' : 'returned';
    const about = { spaceId: pending.space!.id, subjectId: subjectOf(pending), ...where };
    return { released, act: await appendAct(tx, member, events[kind], { kind, role, ...about }) };
  });
  if (released.kind === 'posted') await released.tell();
  announce<ModerationEvent>({
    name: released.kind === 'posted' ? events.approved : pendingEvents.returned,
    rooms: [],
    payload: eventOf(act)
  });
}

/** Gives a first post back to its author, who may mend it and send it again. */
export async function declinePost(
  actor: Actor,
  { id, revision, reason }: v.InferOutput<typeof decline>
): Promise<void> {
  const { member, role, pending } = await findFirstPost(actor, id);
  const act = await atomic(async (tx) => {
    const row = await takeWaiting(tx, id, revision);
    await appendReturned(tx, row, { by: member.name, why: null, note: reason }, new Date());
    const about = { spaceId: pending.space!.id, subjectId: subjectOf(pending), reason };
    return appendAct(tx, member, events.returned, { kind: 'returned', role, ...about });
  });
  announce<ModerationEvent>({ name: events.returned, rooms: [], payload: eventOf(act) });
}

/** Whose it is; nobody where it is said under the Chatham House Rule: the act must not tell. */
const subjectOf = ({ act }: PendingView): string | null => (isUnattributed(act) ? null : act.personId);

async function findFirstPost(
  actor: Actor,
  id: string
): Promise<{ member: Member; role: Role; pending: PendingView }> {
  const member = mustBeSignedIn(actor);
  const pending = await readPending(actor, id);
  if (!pending.may.decide || pending.reason !== 'approval' || !pending.space)
    throw new Refusal('not-allowed');
  const role = roleOf(member, await readSpace(actor, { id: pending.space.id }));
  if (!role) throw new Refusal('not-allowed');
  return { member, role, pending };
}
