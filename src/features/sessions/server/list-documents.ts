import { asc, count, eq, gt, inArray } from 'drizzle-orm';
import { actOf } from '#features/people/server/act-columns.ts';
import type { SearchDocument } from '#features/search/search.ts';
import { db, type Tx } from '#lib/server/db.ts';
import { sessionItems, sessions, statements } from './tables.ts';

type SessionRow = Pick<
  typeof sessions.$inferSelect,
  'id' | 'spaceId' | 'title' | 'lang' | 'place' | 'audience' | 'scheduledBy' | 'startsAt'
>;

/** How a session is found: by its title, its agenda and its place. */
export const sessionDocument = (session: SessionRow, agenda: { title: string }[]): SearchDocument => ({
  kind: 'session',
  id: session.id,
  spaceId: session.spaceId,
  threadId: session.id,
  address: `/sessions/${session.id}`,
  title: session.title,
  text: [...agenda.map(({ title }) => title), session.place ?? ''].filter(Boolean).join('\n'),
  lang: session.lang,
  act: session.scheduledBy,
  at: session.startsAt,
  audience: session.audience === 'members' ? 'members' : 'readers'
});

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

interface Batch {
  documents: SearchDocument[];
  last: string | null;
}

/** Sessions after one of them, in the order of their ids: how the search index is made anew. */
export async function listSessionDocuments(from: Tx, after: string, size: number): Promise<Batch> {
  const rows = await from
    .select()
    .from(sessions)
    .where(gt(sessions.id, after))
    .orderBy(asc(sessions.id))
    .limit(size);
  const ids = rows.map(({ id }) => id);
  const items = ids.length
    ? await from
        .select()
        .from(sessionItems)
        .where(inArray(sessionItems.sessionId, ids))
        .orderBy(asc(sessionItems.sessionId), asc(sessionItems.position))
    : [];
  return {
    documents: rows.map((row) =>
      sessionDocument(
        row,
        items.filter(({ sessionId }) => sessionId === row.id)
      )
    ),
    last: ids.at(-1) ?? null
  };
}

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

export async function countSessionDocuments(): Promise<number> {
  const [{ number }] = await db.select({ number: count() }).from(sessions);
  return Number(number);
}
export async function countStatementDocuments(): Promise<number> {
  const [{ number }] = await db.select({ number: count() }).from(statements);
  return Number(number);
}
