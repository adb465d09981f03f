/** Posts that a moderator moves: to another thread, to one of their own, or all of a thread into another. */
import type { Direction } from '#lib/dir.ts';
import type { Purpose } from './purposes.ts';

export const movingEvents = { away: 'posts.moved', into: 'reply.moved', merged: 'thread.merged' } as const;

/** How many posts go in one act; whole threads up to the second. */
export const movingLimits = { posts: 100, merged: 500 } as const;

/** What may be taken apart or put together: what was asked of a desk or made known stays as it is. */
export const movable: readonly Purpose[] = ['discussion', 'question', 'call'];

/** What stands in a thread where a post was. */
export interface MoveTrace {
  number: number;
  /** Where it is now: its own id does not change. */
  postId: string;
  threadId: string;
  toNumber: number;
  by: string;
  at: string;
}

/** What travels to the thread that posts left. */
export interface PostsMovedEvent {
  room: string;
  seq: number;
  threadId: string;
  spaceId: string;
  moved: MoveTrace[];
}

/** What the page of moving shows: the posts that may go, and where to. */
export interface MovingView {
  thread: { id: string; title: string; lang: string; dir: Direction };
  space: { slug: string; titles: Record<string, string> };
  posts: { id: string; number: number; who: string; excerpt: string; lang: string; dir: Direction }[];
  targets: { id: string; title: string }[];
  /** The first number of the next page of posts, or null. */
  next: number | null;
}
