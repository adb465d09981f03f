import { actOf } from '#features/people/server/act-columns.ts';
import { listTurns } from '#features/floor/server/list-turns.ts';
import type { RoomPart, SessionRow } from '#features/sessions/server/list-parts.ts';
import { sessionQuestions } from '#features/questions/server/tables.ts';
import { readItemNumbers } from '#features/sessions/server/read-agenda.ts';
import { newId } from '#lib/id.ts';
import type { Tx } from '#lib/server/db.ts';
import { renderKept } from '#lib/server/markdown.ts';
import { and, asc, eq, lte } from 'drizzle-orm';
import { statementsKey, type StatementsChapter, type StatementView } from '../statements.ts';
import { readStatements } from './read-statements.ts';
import { statements } from './tables.ts';

const views = async (from: Tx, { id }: SessionRow, since: number | null): Promise<StatementView[]> =>
  (await readStatements(from, id, since)).map(({ seq: _, ...statement }) => statement);

/** What was said in writing; it grows. */
export const statementsPart: RoomPart<StatementView[], StatementView, string | null> = {
  key: statementsKey,
  read: (from, session) => views(from, session, null),
  missed: views,
  own: async (_, __, actor) => (actor.kind === 'member' ? newId() : null),
  shown: ({ statements }: StatementsChapter) => ({
    statements: statements.map((each) => ({ ...each, html: renderKept(`statement:${each.id}`, each.body) }))
  }),
  chapter: async (from, { id }, upTo) => {
    const numbers = await readItemNumbers(from, id);
    const orders = new Map((await listTurns(from, id)).map((turn, place) => [turn.id, place + 1]));
    const said = await from
      .select({ each: statements, question: sessionQuestions.number })
      .from(statements)
      .leftJoin(sessionQuestions, eq(sessionQuestions.id, statements.questionId))
      .where(and(eq(statements.sessionId, id), lte(statements.seq, upTo)))
      .orderBy(asc(statements.number));
    return {
      statements: said.map(({ each, question }) => ({
        id: each.id,
        number: each.number,
        item: numbers.get(each.itemId ?? '') ?? null,
        turn: orders.get(each.turnId ?? '') ?? null,
        act: actOf(each),
        lang: each.lang,
        dir: each.dir,
        // Absent where they say nothing: records made before stay the same.
        ...(question ? { question } : {}),
        ...(each.written ? { written: true } : {}),
        body: each.body,
        at: each.createdAt.toISOString()
      }))
    };
  }
};
