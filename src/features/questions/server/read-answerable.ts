import { and, eq } from 'drizzle-orm';
import { Refusal } from '#lib/refusal.ts';
import type { Tx } from '#lib/server/db.ts';
import { isSeen } from './read-questions.ts';
import { sessionQuestions, type QuestionRow } from './tables.ts';

/** The question that somebody means to answer: one that was united with another is that other. What others do not see is not found. */
export async function readAnswerable(
  tx: Tx,
  sessionId: string,
  id: string | undefined
): Promise<QuestionRow | undefined> {
  if (!id) return undefined;
  const [row] = await tx
    .select()
    .from(sessionQuestions)
    .where(and(eq(sessionQuestions.id, id), eq(sessionQuestions.sessionId, sessionId)));
  if (row?.mergedIntoId) return readAnswerable(tx, sessionId, row.mergedIntoId);
  if (!row || !isSeen(row)) throw new Refusal('not-found');
  return row;
}
