import type { Actor } from '#features/people/people.ts';
import type { RoomEvent, RoomState } from '#lib/live/room.ts';
import { db } from '#lib/server/db.ts';
import { sessionRoom } from '../sessions.ts';
import { readSession } from './read-session.ts';
import { readState } from './read-state.ts';
import { readStatements } from './read-statements.ts';

/** Keeps `session:ID`: the small state as it is now, and the statements that came since. */
export const sessionKeeper = {
  async since(actor: Actor, id: string, since: number | null): Promise<RoomState> {
    await readSession(actor, id);
    const state = await readState(db, id);
    const missed = await readStatements(db, id, since);
    const events: RoomEvent[] = missed.map(({ seq, ...statement }) => ({
      name: 'statement.posted',
      payload: { room: sessionRoom(id), seq, statement, here: state.here }
    }));
    return { seq: state.seq, events: [{ name: 'session.changed', payload: state }, ...events] };
  }
};
