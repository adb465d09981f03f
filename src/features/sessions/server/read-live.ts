import type { Actor } from '#features/people/people.ts';
import { db } from '#lib/server/db.ts';
import { newId } from '#lib/id.ts';
import { readPlace } from './read-place.ts';
import { readSession } from './read-session.ts';
import { readState } from './read-state.ts';
import { readStatements } from './read-statements.ts';

/** All that the page of a session shows before its end. The state is read first: what comes later reaches the room as events. */
export async function readLive(actor: Actor, id: string) {
  const { session, rights } = await readSession(actor, id);
  const state = await readState(db, id);
  const statements = (await readStatements(db, id)).map(({ seq: _, ...statement }) => statement);
  // The id of a next statement: a form without JavaScript that is sent twice posts once.
  return {
    session,
    rights,
    state,
    statements,
    place: await readPlace(actor, id),
    statementId: actor.kind === 'member' ? newId() : null
  };
}
export type LiveView = Awaited<ReturnType<typeof readLive>>;
