import type { Actor } from '#features/people/people.ts';
import { readQuestions } from '#features/questions/server/read-questions.ts';
import { readAgenda } from '#features/sessions/server/read-agenda.ts';
import { readRow } from '#features/sessions/server/read-room.ts';
import { readSession } from '#features/sessions/server/read-session.ts';
import { newId } from '#lib/id.ts';
import { db } from '#lib/server/db.ts';
import { isWindowOpen, type WrittenView } from '../window.ts';
import { readStatements } from './read-statements.ts';
import { windowOf } from './window-part.ts';

/** What was written since a session closed, and what one may still write; null where it has no window. */
export async function readWritten(actor: Actor, id: string, at = new Date()): Promise<WrittenView | null> {
  const { rights } = await readSession(actor, id);
  const row = await readRow(db, id);
  const { closedAt } = row;
  const window = windowOf(row);
  if (!closedAt || !window.until) return null;
  const open = isWindowOpen(window, 'closed', at.getTime());
  const late = (await readStatements(db, id)).filter((each) => each.written && new Date(each.at) >= closedAt);
  return {
    session: id,
    until: window.until,
    open,
    mayWrite: actor.kind === 'member' && rights.takePart && !rights.observer,
    nextId: newId(),
    statements: late.map(({ seq: _, ...statement }) => statement),
    items: (await readAgenda(db, id)).map(({ id, position, title }) => ({ id, position, title })),
    questions: (await readQuestions(db, id)).seen
      .filter(({ answer }) => !answer)
      .map(({ id, number, body }) => ({ id, number, body }))
  };
}
