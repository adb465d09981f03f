import { eq, inArray } from 'drizzle-orm';
import { db } from '#lib/server/db.ts';
import { sessions } from '#features/sessions/server/tables.ts';
import { statements } from './tables.ts';

export interface StatementPlace {
  sessionId: string;
  number: number;
  title: string;
  lang: string;
}

/** Where statements stand, by their id. Ask only for statements of sessions that the reader may read. */
export async function listStatementPlaces(ids: string[]): Promise<Map<string, StatementPlace>> {
  if (ids.length === 0) return new Map();
  const { id, sessionId, number } = statements;
  const rows = await db
    .select({ id, sessionId, number, title: sessions.title, lang: sessions.lang })
    .from(statements)
    .innerJoin(sessions, eq(sessions.id, statements.sessionId))
    .where(inArray(statements.id, ids));
  return new Map(rows.map(({ id, ...place }) => [id, place]));
}
