import type { Server } from 'socket.io';
import { fanOut } from './fan-out.ts';
import { remember } from './remember.ts';

/** Where announced facts leave for the browsers. Without a server (tests, commands) it is silent. */
export interface Hub {
  io: Server | undefined;
  emit(room: string, event: string, payload: unknown): void;
  /** Whether a window of theirs is in the room now. */
  isIn(personId: string, room: string): boolean;
  /** Takes a person (all their sockets) out of a room at once: their access was revoked. */
  expel(personId: string, room: string): void;
  /** Ends every socket of one sign-in, or of a person when `signInId` is not given. */
  disconnect(who: { personId: string } | { signInId: string }): void;
}

type Ended = { personId: string } | { signInId: string };
const alsoEnd = remember('hub-ends', () => new Map<string, (who: Ended) => void>());

/** Registers who else holds sockets of people (shared documents); the same name again replaces it. */
export function onDisconnect(name: string, end: (who: Ended) => void): void {
  alsoEnd.set(name, end);
}

export const hub = (): Hub => remember<Hub>('hub', makeHub);

function makeHub(): Hub {
  return {
    io: undefined,
    emit: fanOut(
      (room, event, payload) => void hub().io?.to(room).emit(event, payload),
      (room) => hub().io?.of('/').adapter.rooms.get(room)?.size ?? 0
    ),
    isIn(personId, room) {
      const rooms = this.io?.of('/').adapter.rooms;
      const there = rooms?.get(room);
      return [...(rooms?.get(`person:${personId}`) ?? [])].some((socket) => there?.has(socket));
    },
    expel(personId, room) {
      this.io?.in(`person:${personId}`).socketsLeave(room);
      this.io?.to(`person:${personId}`).emit('room.revoked', { room });
    },
    disconnect(who) {
      this.io
        ?.in('personId' in who ? `person:${who.personId}` : `sign-in:${who.signInId}`)
        .disconnectSockets(true);
      for (const end of alsoEnd.values()) end(who);
    }
  };
}
