import { and, asc, count, eq, gt, isNotNull, isNull } from 'drizzle-orm';
import { actOf } from '#features/people/server/act-columns.ts';
import { readItemNumbers } from '#features/sessions/server/read-agenda.ts';
import type { Tx } from '#lib/server/db.ts';
import type { HeldQuestion, QuestionRules, QuestionView, VoteCount } from '../questions.ts';
import { sessionQuestionRules, sessionQuestions, sessionQuestionVotes, type QuestionRow } from './tables.ts';

export async function readRules(from: Tx, sessionId: string): Promise<QuestionRules> {
  const { moderation, order, open } = sessionQuestionRules;
  const [rules] = await from
    .select({ moderation, order, open })
    .from(sessionQuestionRules)
    .where(eq(sessionQuestionRules.sessionId, sessionId));
  return rules ?? { moderation: 'after', order: 'balanced', open: true };
}

const ofSession = (sessionId: string) => eq(sessionQuestions.sessionId, sessionId);

/** Whether everyone sees it. */
export const isSeen = (row: QuestionRow): boolean =>
  row.number !== null && row.hiddenAt === null && row.mergedIntoId === null;

/** What waits for the chair. */
export const waits = and(
  isNull(sessionQuestions.number),
  isNull(sessionQuestions.hiddenAt),
  isNull(sessionQuestions.mergedIntoId)
);

export async function countWaiting(from: Tx, sessionId: string): Promise<number> {
  const [{ waiting }] = await from
    .select({ waiting: count() })
    .from(sessionQuestions)
    .where(and(ofSession(sessionId), waits));
  return Number(waiting);
}

/** The questions that everyone sees, in the order of their numbers; with `since`, those that changed after that sequence, and those that went. */
export async function readQuestions(
  from: Tx,
  sessionId: string,
  since: number | null = null
): Promise<{ seen: QuestionView[]; gone: string[] }> {
  const items = await readItemNumbers(from, sessionId);
  const rows = await from
    .select()
    .from(sessionQuestions)
    .where(and(ofSession(sessionId), since === null ? undefined : gt(sessionQuestions.seq, since)))
    .orderBy(asc(sessionQuestions.number), asc(sessionQuestions.id));
  const united = await listUnited(from, sessionId);
  return {
    seen: rows.filter(isSeen).map((row) => viewOf(row, items, united)),
    // What never was seen did not go: nobody learns of it.
    gone: rows.filter((row) => !isSeen(row) && row.number !== null).map(({ id }) => id)
  };
}

/** The questions that were united with others. */
export const listUnited = (from: Tx, sessionId: string): Promise<QuestionRow[]> =>
  from
    .select()
    .from(sessionQuestions)
    .where(and(ofSession(sessionId), isNotNull(sessionQuestions.mergedIntoId)))
    .orderBy(asc(sessionQuestions.askedAt), asc(sessionQuestions.id));

export const viewOf = (
  row: QuestionRow,
  items: ReadonlyMap<string, number>,
  united: readonly QuestionRow[]
): QuestionView => ({
  id: row.id,
  number: row.number!,
  itemPosition: items.get(row.itemId ?? '') ?? null,
  act: actOf(row),
  body: row.body,
  lang: row.lang,
  dir: row.dir,
  at: row.askedAt.toISOString(),
  alsoAsked: united.filter(({ mergedIntoId }) => mergedIntoId === row.id).map(actOf),
  answer: row.answer,
  thread: row.threadId ? `/threads/${row.threadId}` : null
});

/** What others do not see of this person's, and for the chair all that waits. */
export async function listHeld(from: Tx, sessionId: string, personId: string, leads: boolean) {
  const rows = await from
    .select()
    .from(sessionQuestions)
    .where(and(ofSession(sessionId), isNull(sessionQuestions.mergedIntoId)))
    .orderBy(asc(sessionQuestions.askedAt), asc(sessionQuestions.id));
  return rows
    .filter((row) => !isSeen(row) && row.hiddenByPersonId !== row.personId)
    .filter((row) => row.personId === personId || (leads && row.hiddenAt === null))
    .map((row): HeldQuestion => ({
      id: row.id,
      act: actOf(row),
      body: row.body,
      lang: row.lang,
      dir: row.dir,
      at: row.askedAt.toISOString(),
      hidden: row.hiddenAt !== null,
      reason: row.hiddenReason
    }));
}

/** How many vote for each question that everyone sees. */
export async function countVotes(from: Tx, sessionId: string): Promise<VoteCount[]> {
  const rows = await from
    .select({ key: sessionQuestionVotes.questionId, votes: count() })
    .from(sessionQuestionVotes)
    .innerJoin(sessionQuestions, eq(sessionQuestions.id, sessionQuestionVotes.questionId))
    .where(
      and(
        ofSession(sessionId),
        isNotNull(sessionQuestions.number),
        isNull(sessionQuestions.hiddenAt),
        isNull(sessionQuestions.mergedIntoId),
        isNull(sessionQuestionVotes.withdrawnAt)
      )
    )
    .groupBy(sessionQuestionVotes.questionId)
    .orderBy(asc(sessionQuestionVotes.questionId));
  return rows.map(({ key, votes }) => ({ key, votes: Number(votes) }));
}

export async function listVoted(from: Tx, sessionId: string, personId: string): Promise<string[]> {
  const rows = await from
    .select({ id: sessionQuestionVotes.questionId })
    .from(sessionQuestionVotes)
    .innerJoin(sessionQuestions, eq(sessionQuestions.id, sessionQuestionVotes.questionId))
    .where(
      and(
        ofSession(sessionId),
        eq(sessionQuestionVotes.personId, personId),
        isNull(sessionQuestionVotes.withdrawnAt)
      )
    );
  return rows.map(({ id }) => id);
}
