import { spaceThreadsRoom, threadRoom } from '#features/forum/server/room.ts';
import type { Actor } from '#features/people/people.ts';
import { proposalKeeper } from '#features/positions/server/room.ts';
import { sessionKeeper } from '#features/sessions/server/room.ts';
import { lineFound, lineLost } from './lost-lines.ts';
import type { RoomState } from '#lib/live/room.ts';

/**
 * What a slice offers for its kind of live room: everything since `since` (null: nothing is known yet), as `actor`
 * may see it. It throws a Refusal (not-found) when they may not read it; that is also the answer to joining.
 */
export interface RoomKeeper {
  since(actor: Actor, id: string, since: number | null): Promise<RoomState>;
  /** Whether who is here and who writes is told to nobody. */
  quiet?(id: string): Promise<boolean>;
  /** Who is in it is not counted from windows: it is told nothing of them. */
  uncounted?: true;
  /** A window came into the room; a window went out of it, or its line is lost. */
  came?(actor: Actor, id: string): void;
  went?(actor: Actor, id: string): void;
}

/** Which slice keeps which kind of room; a room is named `kind:id`. */
export const roomKeepers: Record<string, RoomKeeper> = {
  thread: threadRoom,
  space: spaceThreadsRoom,
  // Who is here is counted by delegation from those who joined the session.
  session: {
    ...sessionKeeper,
    uncounted: true,
    came: (actor, id) => void lineFound(actor, id),
    went: lineLost
  },
  proposal: proposalKeeper
};

export const keeperOf = (room: string): RoomKeeper | undefined => {
  const [kind] = room.split(':', 1);
  return Object.hasOwn(roomKeepers, kind) ? roomKeepers[kind] : undefined;
};

/** Whether someone may hear a room now. A fault is no yes: who cannot be asked about does not stay in. */
export const mayHear = async (actor: Actor, room: string): Promise<boolean> =>
  (await keeperOf(room)
    ?.since(actor, room.slice(room.indexOf(':') + 1), Number.MAX_SAFE_INTEGER)
    .then(
      () => true,
      () => false
    )) ?? false;

export const isQuiet = async (room: string): Promise<boolean> =>
  (await keeperOf(room)?.quiet?.(room.slice(room.indexOf(':') + 1))) ?? false;
