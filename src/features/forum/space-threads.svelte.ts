import { spaceRoom } from '#features/spaces/spaces.ts';
import { LiveRoom } from '#lib/live/live-room.svelte.ts';
import type { ListedThread, MovedEvent } from './forum.ts';
import { fits, noFilter, type ThreadFilter } from './list-filter.ts';

/** The newest threads of a space, kept the same as the server's while the page is open. */
export class SpaceThreads {
  threads = $state.raw<ListedThread[]>([]);
  readonly room: LiveRoom;

  constructor(
    spaceId: string,
    { seq, threads }: { seq: number; threads: ListedThread[] },
    filter: ThreadFilter = noFilter
  ) {
    this.threads = threads;
    this.room = new LiveRoom(spaceRoom(spaceId), seq, (_name, { thread }: MovedEvent) => {
      if (!thread) return;
      const before = this.threads.find(({ id }) => id === thread.id);
      const reader = this.threads.some(({ unread }) => unread !== null);
      const unread = before
        ? before.unread === null
          ? null
          : before.unread + thread.postsCount - before.postsCount
        : reader
          ? thread.postsCount
          : null;
      const moved = { ...thread, unread };
      const others = this.threads.filter(({ id }) => id !== thread.id);
      this.threads = (fits(moved, filter) ? [moved, ...others] : others).sort(inOrder);
    });
  }
}

/** The order of the list's query: those that are pinned, then the newest talk. */
function inOrder(a: ListedThread, b: ListedThread): number {
  const now = new Date().toISOString();
  const pinned = ({ pinnedUntil }: ListedThread) => Number(pinnedUntil !== null && pinnedUntil > now);
  return pinned(b) - pinned(a) || b.lastPostAt.localeCompare(a.lastPostAt);
}
