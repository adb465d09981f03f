import { and, asc, eq, gt } from 'drizzle-orm';
import { actOf } from '#features/people/server/act-columns.ts';
import type { Tx } from '#lib/server/db.ts';
import { renderKept } from '#lib/server/markdown.ts';
import type { StatementView } from '../statements.ts';
import { sessionQuestions } from '#features/questions/server/tables.ts';
import { sessionItems } from '#features/sessions/server/tables.ts';
import { statements } from './tables.ts';

type Row = typeof statements.$inferInsert &
  Pick<
    typeof statements.$inferSelect,
    'organisation' | 'organisationId' | 'organisationSlug' | 'country' | 'title'
  >;

/** The statements of a session in their order; with `since`, those that came after that sequence. */
export async function readStatements(
  from: Tx,
  sessionId: string,
  since: number | null = null
): Promise<(StatementView & { seq: number })[]> {
  const rows = await from
    .select({
      statement: statements,
      position: sessionItems.position,
      question: sessionQuestions.number
    })
    .from(statements)
    .leftJoin(sessionItems, eq(sessionItems.id, statements.itemId))
    .leftJoin(sessionQuestions, eq(sessionQuestions.id, statements.questionId))
    .where(and(eq(statements.sessionId, sessionId), since === null ? undefined : gt(statements.seq, since)))
    .orderBy(asc(statements.number));
  return rows.map(({ statement, position, question }) => ({
    ...viewOf(statement, position, question),
    seq: statement.seq
  }));
}

/** A statement as readers get it. It never changes, so its rendering is kept under its id. */
export const viewOf = (row: Row, itemPosition: number | null, question: number | null): StatementView => ({
  id: row.id,
  number: row.number,
  itemPosition,
  question,
  written: row.written ?? false,
  act: actOf(row),
  html: renderKept(`statement:${row.id}`, row.body),
  lang: row.lang,
  dir: row.dir,
  at: row.createdAt.toISOString()
});
