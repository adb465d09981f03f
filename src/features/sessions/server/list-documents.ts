import { asc, count, gt, inArray } from 'drizzle-orm';
import type { SearchDocument } from '#features/search/search.ts';
import { db, type Tx } from '#lib/server/db.ts';
import { sessionItems, sessions } from './tables.ts';

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

export interface Batch {
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

export async function countSessionDocuments(): Promise<number> {
  const [{ number }] = await db.select({ number: count() }).from(sessions);
  return Number(number);
}
