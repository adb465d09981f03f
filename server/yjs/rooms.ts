import { Refusal } from '#lib/refusal.ts';
import { remember } from '#lib/server/remember.ts';
import { bounds } from './bounds.ts';
import type { Connection } from './connection.ts';
import type { Keeper } from './kinds.ts';
import { Ledger } from './ledger.ts';
import { Room } from './room.ts';

/** The loaded documents. A room stays listed until its last write has ended, so that no two ever hold one document. */
export const rooms = remember('yjs-rooms', () => new Map<string, Room>());
export const ledger = remember('yjs-ledger', () => new Ledger());
const graces = remember('yjs-graces', () => new Map<Room, NodeJS.Timeout>());

/**
 * Lets a connection into its document's room; who comes while it loads waits for the same load. Throws when it
 * cannot be loaded, and a Refusal when the client knew another document of this name.
 */
export async function enterRoom(connection: Connection): Promise<void> {
  const { keeper, id, generation } = connection.pass;
  const room = await openRoom(keeper, id, (opened) => {
    if (generation !== opened.generation) return;
    clearTimeout(graces.get(opened));
    graces.delete(opened);
    connection.enter(opened, () => left(opened));
  });
  left(room);
  if (generation !== room.generation) throw new Refusal('conflict', 'another-generation');
}

/** `use` runs in the same turn in which the room is known to be listed and loaded: it cannot be let go in between. */
async function openRoom(keeper: Keeper, id: string, use: (room: Room) => void): Promise<Room> {
  for (;;) {
    let room = rooms.get(id);
    if (!room || room.dead) rooms.set(id, (room = new Room(keeper, id, ledger)));
    try {
      await room.ready;
    } catch (fault) {
      if (rooms.get(id) === room) rooms.delete(id);
      throw fault;
    }
    if (rooms.get(id) !== room || room.dead) continue;
    use(room);
    return room;
  }
}

/** After the last one left, the room is let go, unless someone comes back within the grace. */
function left(room: Room): void {
  if (room.dead) return forget(room);
  if (room.connections.size > 0 || graces.has(room)) return;
  graces.set(
    room,
    setTimeout(() => void letGo(room), bounds.graceMs)
  );
}

async function letGo(room: Room): Promise<void> {
  graces.delete(room);
  await ledger.flush();
  await room.tidy();
  if (room.connections.size > 0) return;
  if (!room.idle && !room.dead) return left(room);
  forget(room);
}

function forget(room: Room): void {
  clearTimeout(graces.get(room));
  graces.delete(room);
  room.awareness.stop();
  if (rooms.get(room.id) === room) rooms.delete(room.id);
  if (!room.dead) room.doc.destroy();
}

/** Lets every room go: the process is stopping and all that was received is stored. */
export function forgetRooms(): void {
  for (const room of [...rooms.values()]) forget(room);
}
