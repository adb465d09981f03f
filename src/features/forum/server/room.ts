import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { readSpace } from '#features/spaces/server/read-space.ts';
import { spaces } from '#features/spaces/server/tables.ts';
import { spaceRoom } from '#features/spaces/spaces.ts';
import { isId } from '#lib/id.ts';
import type { RoomState } from '#lib/live/room.ts';
import { Refusal } from '#lib/refusal.ts';
import { db } from '#lib/server/db.ts';
import {
  events,
  limits,
  threadRoomName,
  type MovedEvent,
  type PostEvent,
  type ThreadEvent
} from '../forum.ts';
import { movingEvents, type PostsMovedEvent } from '../moving.ts';
import { findThread } from './find-thread.ts';
import { experiences } from './purpose-tables.ts';
import { readMovesSince } from './moving/read-moves.ts';
import { readState } from './read-state.ts';
import { postWithdrawals, posts, threadClosures, threads } from './tables.ts';
import { postView, threadSummary } from './views.ts';

/**
 * `thread:ID`: every post that came or changed since, as it is now, in the order of the changes, then the state of the
 * thread. The sequence is read before the posts: a post committed in between comes twice, never not at all.
 */
export const threadRoom = {
  /** Under the Chatham House Rule, who is here would tell who spoke. */
  async quiet(id: string): Promise<boolean> {
    const [thread] = await db
      .select({ since: threads.unattributedSince })
      .from(threads)
      .where(eq(threads.id, id));
    return thread?.since != null;
  },

  async since(actor: Actor, id: string, since: number | null): Promise<RoomState> {
    const { thread } = await findThread(actor, id);
    const about = { room: threadRoomName(id), threadId: id, spaceId: thread.spaceId };
    if (since !== null && since >= thread.seq) return { seq: thread.seq, events: [] };
    const rows = await db
      .select()
      .from(posts)
      .leftJoin(postWithdrawals, eq(postWithdrawals.postId, posts.id))
      .leftJoin(experiences, eq(experiences.postId, posts.id))
      .where(and(eq(posts.threadId, id), gt(posts.seq, since ?? 0)))
      .orderBy(posts.seq);
    const moved = thread.movedAwayAt ? await readMovesSince(id, since ?? 0) : [];
    const state: ThreadEvent = { ...about, seq: thread.seq, state: await readState(thread) };
    return {
      seq: thread.seq,
      events: [
        ...rows.map((row) => {
          const post = postView(row.posts, row.post_withdrawals, row.experiences);
          const payload: PostEvent = { ...about, seq: post.seq, post };
          return {
            name: post.revision > 0 || post.withdrawn ? events.replyChanged : events.replyPosted,
            payload
          };
        }),
        ...moved.map(({ seq, trace }) => {
          const payload: PostsMovedEvent = { ...about, seq, moved: [trace] };
          return { name: movingEvents.away, payload };
        }),
        { name: events.threadChanged, payload: state }
      ]
    };
  }
};

/** `space:ID`: which threads moved. Its events are whole summaries, so after a gap the newest page of them is enough. */
export const spaceThreadsRoom = {
  async since(actor: Actor, id: string, since: number | null): Promise<RoomState> {
    if (!isId(id)) throw new Refusal('not-found');
    await readSpace(actor, { id });
    const [{ seq }] = await db.select({ seq: spaces.seq }).from(spaces).where(eq(spaces.id, id));
    if (since !== null && since >= seq) return { seq, events: [] };
    const rows = await db
      .select({ thread: threads, closure: threadClosures.id })
      .from(threads)
      .leftJoin(
        threadClosures,
        and(eq(threadClosures.threadId, threads.id), isNull(threadClosures.reopenedAt))
      )
      .where(eq(threads.spaceId, id))
      .orderBy(desc(threads.lastPostAt))
      .limit(limits.threadsPerPage);
    return {
      seq,
      events: rows.reverse().map(({ thread, closure }) => {
        const payload: MovedEvent = {
          room: spaceRoom(id),
          seq,
          thread: threadSummary(thread, closure !== null)
        };
        return { name: events.threadMoved, payload };
      })
    };
  }
};
