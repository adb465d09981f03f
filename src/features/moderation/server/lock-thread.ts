import { eq } from 'drizzle-orm';
import type * as v from 'valibot';
import { announceClosing, appendClosing } from '#features/forum/server/append-closing.ts';
import { isTheirThread } from '#features/forum/server/may.ts';
import { threads } from '#features/forum/server/tables.ts';
import type { Actor } from '#features/people/people.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { isUnattributed } from '#features/people/unattributed.ts';
import { mayModerate } from '#features/spaces/server/may.ts';
import { readSpace } from '#features/spaces/server/read-space.ts';
import { isId } from '#lib/id.ts';
import { Refusal } from '#lib/refusal.ts';
import { announce } from '#lib/server/announce.ts';
import { atomic, db } from '#lib/server/db.ts';
import { events, type locking, type ModerationEvent } from '../moderation.ts';
import { appendAct, eventOf } from './append-act.ts';
import { roleOf } from './may.ts';
import { wroteSealed } from './wrote-sealed.ts';

/**
 * Closes another's thread, with a reason that who began it reads and may appeal against. Refuses not-found, not-allowed
 * (`own-case`: one's own is closed by `closeThread`), conflict `thread-closed`.
 */
export async function lockThread(
  actor: Actor,
  { threadId, reason }: v.InferOutput<typeof locking>
): Promise<{ actId: string }> {
  const member = mustBeSignedIn(actor);
  if (!isId(threadId)) throw new Refusal('not-found');
  const [thread] = await db.select().from(threads).where(eq(threads.id, threadId));
  if (!thread) throw new Refusal('not-found');
  const space = await readSpace(actor, { id: thread.spaceId });
  const role = roleOf(member, space);
  if (!role || !mayModerate(actor, space)) throw new Refusal('not-allowed');
  if (isTheirThread(actor, thread) || (await wroteSealed(member.personId, { postId: null, threadId })))
    throw new Refusal('not-allowed', 'own-case');
  const subjectId = isUnattributed(thread) ? null : thread.personId;
  const { closing, act } = await atomic(async (tx) => {
    const closing = await appendClosing(tx, member, { threadId, reason });
    const about = { spaceId: space.id, threadId, subjectId, reason };
    return { closing, act: await appendAct(tx, member, events.locked, { kind: 'locked', role, ...about }) };
  });
  await announceClosing(closing, true);
  announce<ModerationEvent>({ name: events.locked, rooms: [], payload: eventOf(act) });
  return { actId: act.id };
}
