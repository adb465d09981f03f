import { eq } from 'drizzle-orm';
import { announce } from '#lib/server/announce.ts';
import { db } from '#lib/server/db.ts';
import { log } from '#lib/server/log.ts';
import { remember } from '#lib/server/remember.ts';
import { countChange, events, type CountChange, type Counted, type RoomCounted } from '../parts.ts';
import { sessionRoom } from '../sessions.ts';
import type { RoomPart, SessionRow } from './list-parts.ts';
import { sessions } from './tables.ts';

/** A room hears of its counts this often at most, in milliseconds: each time once, for all who came and went since. */
const every = 400;
/** What a room was told of its counts is forgotten after this long without a change. */
const forgotten = 15 * 60_000;

interface Room {
  /** The counts as they were told last: who comes in gets these, and what is told next continues them. */
  told: Map<string, Counted[]>;
  due: Map<string, RoomPart>;
  last: number;
  timer?: NodeJS.Timeout;
}
const rooms = remember('session-counts', () => new Map<string, Room>());

/** Somebody came or went. The cost grows with those who did, not with the square of those present. */
export function countsChanged(id: string, parts: readonly RoomPart[]): void {
  const room = roomOf(id);
  for (const part of parts) room.due.set(part.key.name, part);
  if (room.timer) return;
  room.timer = setTimeout(() => void tell(id, room), Math.max(0, room.last + every - Date.now()));
}

/** The counts as the room knows them: read the first time, then kept as they were told. */
export async function countsTold(session: SessionRow, part: RoomPart): Promise<Counted[]> {
  const { told } = roomOf(session.id);
  const known = told.get(part.key.name);
  if (known) return known;
  const read = (await part.read!(db, session, new Date())) as Counted[];
  // Told meanwhile: what is told continues that, not this.
  if (!told.has(part.key.name)) told.set(part.key.name, read);
  return told.get(part.key.name)!;
}

function roomOf(id: string): Room {
  const room = rooms.get(id) ?? { told: new Map(), due: new Map(), last: 0 };
  rooms.set(id, room);
  return room;
}

async function tell(id: string, room: Room): Promise<void> {
  const parts = [...room.due.values()];
  room.due.clear();
  try {
    const [session] = await db.select().from(sessions).where(eq(sessions.id, id));
    const counts: RoomCounted['counts'] = {};
    for (const part of parts) {
      const after = (await part.read!(db, session, new Date())) as Counted[];
      const before = room.told.get(part.key.name);
      const change: CountChange = before ? countChange(before, after) : { set: after, gone: [], all: true };
      room.told.set(part.key.name, after);
      if (change.all || change.set.length + change.gone.length > 0) counts[part.key.name] = change;
    }
    if (Object.keys(counts).length > 0)
      announce<RoomCounted>({
        name: events.counted,
        rooms: [sessionRoom(id)],
        payload: { room: sessionRoom(id), now: Date.now(), counts }
      });
  } catch (fault) {
    log.error({ fault: String(fault) }, 'counts were not told');
  }
  room.last = Date.now();
  room.timer = undefined;
  if (room.due.size > 0) countsChanged(id, []);
  else setTimeout(() => forget(id, room), forgotten).unref();
}

function forget(id: string, room: Room): void {
  if (!room.timer && Date.now() - room.last >= forgotten) rooms.delete(id);
}
