import type { Actor } from '#features/people/people.ts';
import type { RoomState } from '#lib/live/room.ts';
import { db } from '#lib/server/db.ts';
import { events } from '../parts.ts';
import { readParts, readRow } from './read-room.ts';
import { readSession } from './read-session.ts';

/** Keeps `session:ID`: the parts that are newer than what a window has. */
export const sessionKeeper = {
  async since(actor: Actor, id: string, since: number | null): Promise<RoomState> {
    await readSession(actor, id);
    const payload = await readParts(await readRow(db, id), since);
    const news = Object.keys(payload.wholes).length + Object.keys(payload.deltas).length > 0;
    return { seq: payload.seq, events: news ? [{ name: events.changed, payload }] : [] };
  },
  /** Who is here is counted by delegation from those who joined the session, not from open windows. */
  quiet: async () => true
};
