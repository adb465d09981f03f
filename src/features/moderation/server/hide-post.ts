import type * as v from 'valibot';
import { events as forumEvents } from '#features/forum/forum.ts';
import { appendHiding } from '#features/forum/server/append-hiding.ts';
import type { Actor } from '#features/people/people.ts';
import { announce } from '#lib/server/announce.ts';
import { atomic } from '#lib/server/db.ts';
import { events, type hiding, type ModerationEvent } from '../moderation.ts';
import { appendAct, eventOf } from './append-act.ts';
import { findCase } from './find-case.ts';

/**
 * Hides a post: readers see that it is hidden and the kind of reason, its author and who moderates the text too. Refuses
 * not-found, not-allowed (`own-case`), conflict `post-hidden`, `post-withdrawn`.
 */
export async function hidePost(
  actor: Actor,
  { threadId, id, category, reason }: v.InferOutput<typeof hiding>
): Promise<{ actId: string }> {
  const { member, role, space, subjectId } = await findCase(actor, { threadId, id });
  const { changed, act } = await atomic(async (tx) => {
    const changed = await appendHiding(
      tx,
      { threadId, postId: id },
      { personId: member.personId, personName: member.name, category, at: new Date() }
    );
    const about = { spaceId: space.id, threadId, postId: id, subjectId, category, reason };
    return { changed, act: await appendAct(tx, member, events.hidden, { kind: 'hidden', role, ...about }) };
  });
  announce({ name: forumEvents.replyChanged, rooms: [changed.room], payload: changed });
  announce<ModerationEvent>({ name: events.hidden, rooms: [], payload: eventOf(act) });
  return { actId: act.id };
}
