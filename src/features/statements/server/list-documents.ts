import { asc, count, eq, gt } from 'drizzle-orm';
import { actOf } from '#features/people/server/act-columns.ts';
import type { SearchDocument } from '#features/search/search.ts';
import type { Batch } from '#features/sessions/server/list-documents.ts';
import type { SessionRow } from '#features/sessions/server/list-parts.ts';
import { sessions } from '#features/sessions/server/tables.ts';
import { db, type Tx } from '#lib/server/db.ts';
import { statements } from './tables.ts';

/** How a statement is found: by its words, under the title of its session. */
export const statementDocument = (
  session: Pick<SessionRow, 'id' | 'spaceId' | 'audience'>,
  row: typeof statements.$inferSelect
): SearchDocument => ({
  kind: 'statement',
  id: row.id,
  spaceId: session.spaceId,
  threadId: session.id,
  address: `/sessions/${session.id}#statement-${row.number}`,
  title: '',
  text: row.body,
  lang: row.lang,
  act: actOf(row),
  at: row.createdAt,
  audience: session.audience === 'members' ? 'members' : 'readers'
});

export async function listStatementDocuments(from: Tx, after: string, size: number): Promise<Batch> {
  const rows = await from
    .select({ statement: statements, session: sessions })
    .from(statements)
    .innerJoin(sessions, eq(sessions.id, statements.sessionId))
    .where(gt(statements.id, after))
    .orderBy(asc(statements.id))
    .limit(size);
  return {
    documents: rows.map(({ statement, session }) => statementDocument(session, statement)),
    last: rows.at(-1)?.statement.id ?? null
  };
}

export async function countStatementDocuments(): Promise<number> {
  const [{ number }] = await db.select({ number: count() }).from(statements);
  return Number(number);
}
