import { eq } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { Refusal } from '#lib/refusal.ts';
import { db, type Tx } from '#lib/server/db.ts';
import type { RoomChanged } from '../parts.ts';
import { sessionRoom, type SessionRights, type SessionView } from '../sessions.ts';
import { countsTold } from './count-room.ts';
import { listParts, type SessionRow } from './list-parts.ts';
import { readSession } from './read-session.ts';
import { sessions } from './tables.ts';

export interface RoomView {
  session: SessionView;
  rights: SessionRights;
  /** All parts, whole. The sequence is read first: what comes later reaches the window as events, and is the same twice as once. */
  room: RoomChanged;
  /** By part, what only this reader sees. */
  own: Record<string, unknown>;
}

/** All that the page of a session shows before its end. */
export async function readRoom(actor: Actor, id: string): Promise<RoomView> {
  const { session, rights } = await readSession(actor, id);
  const row = await readRow(db, id);
  const own: RoomView['own'] = {};
  for (const part of listParts()) if (part.own) own[part.key.name] = await part.own(db, row, actor);
  return { session, rights, own, room: await readParts(row, null) };
}

/** The parts that are newer than `since`; all of them when nothing is known yet. Whether the asker may read is the caller's to say. */
export async function readParts(
  session: SessionRow,
  since: number | null,
  at = new Date()
): Promise<RoomChanged> {
  const wholes: RoomChanged['wholes'] = {};
  const deltas: RoomChanged['deltas'] = {};
  for (const part of listParts()) {
    const { name } = part.key;
    if (!part.read) continue;
    if (part.counted) {
      // Not in the session's order, so never known to be up to date; but who only asks whether they may hear is told none.
      if (since === null || since <= session.seq) wholes[name] = await countsTold(session, part);
      continue;
    }
    const last = session.partSeqs ? (session.partSeqs[name] ?? 0) : session.seq;
    if (since === null) wholes[name] = await part.read(db, session, at);
    else if (last <= since) continue;
    else if (part.missed) deltas[name] = await part.missed(db, session, since);
    else wholes[name] = await part.read(db, session, at);
  }
  return { room: sessionRoom(session.id), seq: session.seq, now: at.getTime(), wholes, deltas };
}

export async function readRow(from: Tx, id: string): Promise<SessionRow> {
  const [row] = await from.select().from(sessions).where(eq(sessions.id, id));
  if (!row) throw new Refusal('not-found');
  return row;
}
