import type { Server, Socket } from 'socket.io';
import type { Actor } from '#features/people/people.ts';
import type { Presence } from '#lib/live/room.ts';
import { isQuiet, keeperOf } from './rooms.ts';

/** How often at most a room hears who is in it: presence is courtesy, not record. */
const every = 1000;
const due = new Map<string, NodeJS.Timeout>();

/** Tells the room, within a second and once for all changes, who is in it. */
export function presenceChanged(io: Server, room: string): void {
  if (due.has(room) || keeperOf(room)?.uncounted) return;
  due.set(
    room,
    setTimeout(async () => {
      due.delete(room);
      const presence = count(room, await io.in(room).fetchSockets());
      io.to(room).emit('room.presence', (await isQuiet(room)) ? { ...presence, groups: [] } : presence);
    }, every)
  );
}

function count(room: string, sockets: { data: Socket['data'] }[]): Presence {
  const groups = new Map<string, Presence['groups'][number]>();
  const people = new Set<string>();
  let guests = 0;
  for (const { data } of sockets) {
    const actor = data.actor as Actor;
    if (actor.kind === 'guest') guests += 1;
    else if (!people.has(actor.personId)) {
      people.add(actor.personId);
      const place = actor.capacities.find((choice) => choice.value === actor.actingAs);
      const key = place?.value ?? `personal:${actor.country}`;
      const group = groups.get(key) ?? {
        organisation: place?.organisation ?? null,
        country: place ? place.country : actor.country,
        people: 0
      };
      group.people += 1;
      groups.set(key, group);
    }
  }
  return {
    room,
    total: people.size + guests,
    guests,
    groups: [...groups.values()].sort((a, b) => b.people - a.people)
  };
}

/** Forgets what was due: the process is stopping. */
export function stopPresence(): void {
  for (const timer of due.values()) clearTimeout(timer);
  due.clear();
}
