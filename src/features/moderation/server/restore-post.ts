import type * as v from 'valibot';
import { events as forumEvents } from '#features/forum/forum.ts';
import { appendShowing } from '#features/forum/server/append-hiding.ts';
import type { Actor } from '#features/people/people.ts';
import { announce } from '#lib/server/announce.ts';
import { atomic } from '#lib/server/db.ts';
import { events, type ModerationEvent, type restoring } from '../moderation.ts';
import { appendAct, eventOf } from './append-act.ts';
import { findCase } from './find-case.ts';

/** Shows a hidden post again. Refuses as hidePost does, and conflict `post-not-hidden`. */
export async function restorePost(
  actor: Actor,
  { threadId, id, reason }: v.InferOutput<typeof restoring>
): Promise<{ actId: string }> {
  const { member, role, space, subjectId } = await findCase(actor, { threadId, id });
  const { changed, act } = await atomic(async (tx) => {
    const changed = await appendShowing(tx, { threadId, postId: id, personId: member.personId });
    const about = { spaceId: space.id, threadId, postId: id, subjectId, reason };
    return {
      changed,
      act: await appendAct(tx, member, events.restored, { kind: 'restored', role, ...about })
    };
  });
  announce({ name: forumEvents.replyChanged, rooms: [changed.room], payload: changed });
  announce<ModerationEvent>({ name: events.restored, rooms: [], payload: eventOf(act) });
  return { actId: act.id };
}
