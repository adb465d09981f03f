import { refreshAll } from '$app/navigation';

let room: (() => Promise<void>) | undefined;

/**
 * Registers how the room that is open on this page is read again; returns the way out, for `$effect`. A page that is read
 * again by itself while the server is away would be given up for one that cannot be loaded, with all that was typed.
 */
export function readsRoom(read: () => Promise<void>): () => void {
  room = read;
  return () => {
    if (room === read) room = undefined;
  };
}

/** Reads again what an act of one's own changed: the open room, or the whole page where there is none. */
export const readAgain = (): Promise<void> => room?.() ?? refreshAll();
