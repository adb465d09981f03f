import { and, eq, sql } from 'drizzle-orm';
import type { Change } from '#features/sessions/server/list-parts.ts';
import { readItemNumbers } from '#features/sessions/server/read-agenda.ts';
import { Refusal } from '#lib/refusal.ts';
import { questionsKey } from '../questions.ts';
import { countWaiting, isSeen, listUnited, viewOf } from './read-questions.ts';
import { sessionQuestions, type QuestionRow } from './tables.ts';

/** A question of this session, or not-found. */
export async function findQuestion({ tx, session }: Change, id: string): Promise<QuestionRow> {
  const [row] = await tx
    .select()
    .from(sessionQuestions)
    .where(and(eq(sessionQuestions.id, id), eq(sessionQuestions.sessionId, session.id)));
  if (!row) throw new Refusal('not-found');
  return row;
}

/** The next number that everyone sees. */
export async function nextNumber({ tx, session }: Change): Promise<number> {
  const [{ last }] = await tx
    .select({ last: sql<number>`coalesce(max(${sessionQuestions.number}), 0)` })
    .from(sessionQuestions)
    .where(eq(sessionQuestions.sessionId, session.id));
  return Number(last) + 1;
}

/** Writes what changed of a question under this change's sequence, and tells the room what everyone may see of it. */
export async function writeQuestion(
  change: Change,
  id: string,
  columns: Partial<QuestionRow>
): Promise<QuestionRow> {
  const [row] = await change.tx
    .update(sessionQuestions)
    .set({ ...columns, seq: change.seq })
    .where(eq(sessionQuestions.id, id))
    .returning();
  await tellQuestion(change, row);
  return row;
}

export async function tellQuestion(change: Change, row: QuestionRow): Promise<void> {
  const { tx, session } = change;
  const waiting = await countWaiting(tx, session.id);
  if (isSeen(row)) {
    const items = await readItemNumbers(tx, session.id);
    const united = await listUnited(tx, session.id);
    change.added(questionsKey, { set: viewOf(row, items, united), waiting });
  } else if (row.number === null) change.added(questionsKey, { waiting });
  else change.added(questionsKey, { gone: row.id, waiting });
}
