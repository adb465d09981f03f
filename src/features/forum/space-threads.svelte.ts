import { spaceRoom } from '#features/spaces/spaces.ts';
import { LiveRoom } from '#lib/live/live-room.svelte.ts';
import type { ListedThread, MovedEvent } from './forum.ts';

/** The newest threads of a space, kept the same as the server's while the page is open. */
export class SpaceThreads {
  threads = $state.raw<ListedThread[]>([]);
  readonly room: LiveRoom;

  constructor(spaceId: string, { seq, threads }: { seq: number; threads: ListedThread[] }) {
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
      this.threads = [{ ...thread, unread }, ...this.threads.filter(({ id }) => id !== thread.id)].sort(
        (a, b) => b.lastPostAt.localeCompare(a.lastPostAt)
      );
    });
  }
}
