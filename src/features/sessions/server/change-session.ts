import { eq, sql } from 'drizzle-orm';
import type { Actor, Member } from '#features/people/people.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { readSpace } from '#features/spaces/server/read-space.ts';
import type { SpaceView } from '#features/spaces/spaces.ts';
import { Refusal } from '#lib/refusal.ts';
import { announce } from '#lib/server/announce.ts';
import { atomic, type Tx } from '#lib/server/db.ts';
import { limit } from '#lib/server/limits.ts';
import { sessionRoom, type SessionChanged, type StatementPosted } from '../sessions.ts';
import { mayLead, mayReadSession } from './may.ts';
import { readHere, readState } from './read-state.ts';
import { sessions } from './tables.ts';

export interface Change {
  tx: Tx;
  member: Member;
  session: typeof sessions.$inferSelect;
  space: SpaceView;
  at: Date;
}

/**
 * One change of a session. It takes the session's row first, so that the changes of one session come one after
 * another on both databases, gives it the next sequence, runs `work`, and tells the room after commit.
 * A closed session never changes again. `led` asks for the chair. At most 120 changes a minute by one person.
 */
export async function changeSession<T>(
  actor: Actor,
  id: string,
  at: Date,
  needs: { led?: boolean; live?: boolean },
  work: (change: Change) => Promise<T & { posted?: StatementPosted['statement'] }>
): Promise<T> {
  const member = mustBeSignedIn(actor);
  await limit('session-change', member.personId, 120, 60);
  const room = sessionRoom(id);
  const { result, event } = await atomic(async (tx) => {
    const [session] = await tx
      .update(sessions)
      .set({ seq: sql`${sessions.seq} + 1` })
      .where(eq(sessions.id, id))
      .returning();
    if (!session) throw new Refusal('not-found');
    const space = await readSpace(actor, { id: session.spaceId }, tx);
    if (!mayReadSession(actor, space, session)) throw new Refusal('not-found');
    if (needs.led && !mayLead(actor, space, session)) throw new Refusal('not-allowed', 'not-the-chair');
    if (session.closedAt) throw new Refusal('conflict', 'session-closed');
    if (needs.live && !session.openedAt) throw new Refusal('conflict', 'session-not-open');
    const result = await work({ tx, member, session, space, at });
    // A statement changes nothing of the small state but, maybe, who is here: many are posted, so only that is read.
    const event = result.posted
      ? {
          name: 'statement.posted',
          payload: { room, seq: session.seq, statement: result.posted, here: await readHere(tx, id) }
        }
      : { name: 'session.changed', payload: await readState(tx, id, at) };
    return { result, event };
  });
  announce<SessionChanged | StatementPosted>({ ...event, rooms: [room] });
  return result;
}
