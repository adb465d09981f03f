import { asc, count, eq, gt } from 'drizzle-orm';
import type { SearchDocument } from '#features/search/search.ts';
import type { Batch } from '#features/sessions/server/list-documents.ts';
import type { SessionRow } from '#features/sessions/server/list-parts.ts';
import { sessions } from '#features/sessions/server/tables.ts';
import { db, type Tx } from '#lib/server/db.ts';
import type { SessionRecord } from '../record.ts';
import { readEdition } from './read-editions.ts';
import { sessionRecords } from './tables.ts';

/**
 * How a record is found: by the title, the agenda, what was decided and written down, and by the countries that were there. Statements
 * are found one by one.
 */
export const recordDocument = (
  session: Pick<SessionRow, 'id' | 'spaceId' | 'audience'>,
  record: SessionRecord
): SearchDocument => ({
  kind: 'record',
  id: session.id,
  spaceId: session.spaceId,
  threadId: session.id,
  address: `/sessions/${session.id}`,
  title: record.session.title,
  text: wordsOf(record),
  lang: record.session.lang,
  act: record.session.chair,
  countries: record.attendance.delegations.flatMap(({ country }) => country ?? []),
  at: new Date(record.session.closedAt),
  audience: session.audience === 'members' ? 'members' : 'readers'
});

/** Fields that hold what people wrote, wherever a chapter has them. */
const written = new Set(['text', 'title', 'question', 'body', 'place']);
const elsewhere = new Set(['statements', 'links', 'edition', 'approval']);

function wordsOf(record: SessionRecord): string {
  const found: string[] = [];
  const walk = (value: unknown, name: string): void => {
    if (typeof value === 'string') return void (written.has(name) && found.push(value));
    if (Array.isArray(value)) return value.forEach((each) => walk(each, name));
    if (value && typeof value === 'object')
      for (const [key, each] of Object.entries(value))
        // An act has a title too: a person's function, which is not what was said.
        if (!(key === 'title' && 'personId' in value)) walk(each, key);
  };
  for (const [field, value] of Object.entries(record)) if (!elsewhere.has(field)) walk(value, field);
  return found.join('\n');
}

export async function listRecordDocuments(from: Tx, after: string, size: number): Promise<Batch> {
  const rows = await from
    .select({ id: sessionRecords.sessionId, spaceId: sessions.spaceId, audience: sessions.audience })
    .from(sessionRecords)
    .innerJoin(sessions, eq(sessions.id, sessionRecords.sessionId))
    .where(gt(sessionRecords.sessionId, after))
    .orderBy(asc(sessionRecords.sessionId))
    .limit(size);
  const documents: SearchDocument[] = [];
  for (const row of rows) {
    const { bytes } = await readEdition(from, row.id);
    const record = JSON.parse(Buffer.from(bytes).toString('utf8')) as SessionRecord;
    documents.push(recordDocument(row, record));
  }
  return { documents, last: rows.at(-1)?.id ?? null };
}

export async function countRecordDocuments(): Promise<number> {
  const [{ number }] = await db.select({ number: count() }).from(sessionRecords);
  return Number(number);
}
