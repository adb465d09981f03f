import { eq, sql } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { readSpace } from '#features/spaces/server/read-space.ts';
import { Refusal } from '#lib/refusal.ts';
import { announce } from '#lib/server/announce.ts';
import { atomic, type Tx } from '#lib/server/db.ts';
import { limit } from '#lib/server/limits.ts';
import { events, type PartKey, type RoomChanged } from '../parts.ts';
import { sessionRoom } from '../sessions.ts';
import { countsChanged } from './count-room.ts';
import { listParts, type Change, type SessionRow } from './list-parts.ts';
import { mayLead, mayOrganise, mayReadSession } from './may.ts';
import { sessions } from './tables.ts';

export interface Needs {
  /** The chair. */
  led?: boolean;
  /** The chair, or who put it into the calendar. */
  organised?: boolean;
  /** It was opened. */
  live?: boolean;
  /** Also after the close. */
  after?: boolean;
}

/**
 * One change of a session. It takes the session's row first, so that the changes of one session come one after another on both
 * databases, runs `work`, and tells the room after commit which parts changed, under the session's next sequence. A change that changed
 * nothing, or counts only, has no sequence. `led` asks for the chair, `live` that it was opened;
 * after the close nothing changes but what says so (`after`): the record is approved, late answers are written. Of a cancelled session
 * nothing changes. At most 120 changes a minute by one person. Slices above work inside it: this is the one way to change anything of a session.
 */
export async function changeSession<T>(
  actor: Actor,
  id: string,
  at: Date,
  needs: Needs,
  work: (change: Change) => Promise<T>
): Promise<T> {
  const member = mustBeSignedIn(actor);
  await limit('session-change', member.personId, 120, 60);
  return inOrder(
    id,
    at,
    async (tx, session) => {
      const space = await readSpace(actor, { id: session.spaceId }, tx);
      if (!mayReadSession(actor, space, session)) throw new Refusal('not-found');
      if (needs.led && !mayLead(actor, space, session)) throw new Refusal('not-allowed', 'not-the-chair');
      if (needs.organised && !mayOrganise(actor, space, session))
        throw new Refusal('not-allowed', 'not-an-organiser');
      if (session.cancelledAt) throw new Refusal('conflict', 'session-cancelled');
      if (session.closedAt && !needs.after) throw new Refusal('conflict', 'session-closed');
      if (needs.live && !session.openedAt) throw new Refusal('conflict', 'session-not-open');
      return { member, space };
    },
    work
  );
}

/** A change that nobody makes: its time has come. It has its place in the session's order like any other. */
export type ClockChange = Omit<Change, 'member' | 'space'>;

export const changeByClock = <T>(
  id: string,
  at: Date,
  work: (change: ClockChange) => Promise<T>
): Promise<T> => inOrder(id, at, async () => ({}), work);

/** Takes the session's row, asks who may (`admit`), works, and tells the room after commit. */
async function inOrder<By extends object, T>(
  id: string,
  at: Date,
  admit: (tx: Tx, session: SessionRow) => Promise<By>,
  work: (change: ClockChange & By) => Promise<T>
): Promise<T> {
  const { result, told, counted } = await atomic(async (tx) => {
    const [session] = await tx
      .update(sessions)
      .set({ seq: sql`${sessions.seq}` })
      .where(eq(sessions.id, id))
      .returning();
    if (!session) throw new Refusal('not-found');
    const by = await admit(tx, session);
    const changed = new Set<string>();
    const deltas: Record<string, unknown[]> = {};
    const result = await work({
      ...by,
      tx,
      session,
      at,
      seq: session.seq + 1,
      changed: ({ name }) => void changed.add(name),
      added: <W, D, O>({ name }: PartKey<W, D, O>, delta: D) => void (deltas[name] ??= []).push(delta)
    });
    const counted = listParts().filter((part) => part.counted && changed.delete(part.key.name));
    return { result, counted, told: await next(tx, session, at, changed, deltas) };
  });
  if (told)
    announce<RoomChanged>({
      name: events.changed,
      rooms: [sessionRoom(id)],
      payload: { ...told, now: Date.now() }
    });
  if (counted.length > 0) countsChanged(id, counted);
  return result;
}

/** Gives the session its next sequence and reads what the room is told; nothing when nothing changed. */
async function next(
  tx: Tx,
  before: SessionRow,
  at: Date,
  changed: ReadonlySet<string>,
  deltas: Record<string, unknown[]>
): Promise<RoomChanged | undefined> {
  const names = [...changed, ...Object.keys(deltas)];
  if (names.length === 0) return undefined;
  const seq = before.seq + 1;
  // A session older than its parts: each of them may have changed at its last sequence.
  const partSeqs =
    before.partSeqs ?? Object.fromEntries(listParts().map(({ key }) => [key.name, before.seq]));
  for (const name of names) partSeqs[name] = seq;
  const [session] = await tx
    .update(sessions)
    .set({ seq, partSeqs })
    .where(eq(sessions.id, before.id))
    .returning();
  const wholes: Record<string, unknown> = {};
  for (const { key, read } of listParts())
    if (changed.has(key.name) && read) wholes[key.name] = await read(tx, session, at);
  return { room: sessionRoom(before.id), seq, now: at.getTime(), wholes, deltas };
}
