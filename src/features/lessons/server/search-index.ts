/**
 * The full-text index, and the only file of this slice with SQL of one database. SQLite: FTS5, contentless, its rows
 * numbered by lesson_search_rows. Postgres: a tsvector with a GIN index. Both hold our own tokens and are asked for
 * our own tokens (letters and digits only, see #lib/server/search.ts), so that nothing typed is ever syntax.
 * Its tables are made by the migration 0001_lesson-search of each dialect, which is written by hand.
 */
import { sql, type SQL } from 'drizzle-orm';
import { dialect } from '#lib/server/columns.ts';
import type { Tx } from '#lib/server/db.ts';
import { searchTokens, type SearchWord } from '#lib/server/search.ts';
import type { LessonFields } from '../lessons.ts';
import { lessons } from './tables.ts';

export interface Indexed {
  id: string;
  fields: Pick<
    LessonFields,
    | 'title'
    | 'summary'
    | 'context'
    | 'whatWasDone'
    | 'whatHappened'
    | 'lesson'
    | 'recommendation'
    | 'conditions'
  >;
}

/** Puts lessons into the index, or what they say now in place of what they said. Inside the transaction that writes them. */
export async function indexLessons(tx: Tx, entries: Indexed[]): Promise<void> {
  for (const { id, fields } of entries) {
    const { title, ...rest } = fields;
    const heading = searchTokens(title);
    const body = searchTokens(
      [
        rest.summary,
        rest.context,
        rest.whatWasDone,
        rest.whatHappened,
        rest.lesson,
        rest.recommendation,
        rest.conditions
      ].join('\n')
    );
    if (dialect === 'sqlite') {
      await tx.run(sql`insert into lesson_search_rows (lesson_id) values (${id}) on conflict do nothing`);
      await tx.run(
        sql`insert or replace into lesson_search (rowid, title, body) select id, ${heading.join(' ')}, ${body.join(' ')} from lesson_search_rows where lesson_id = ${id}`
      );
    } else {
      const tokens = tsvector(heading, body);
      const statement = sql`insert into lesson_search (lesson_id, tokens) values (${id}, ${tokens}::tsvector) on conflict (lesson_id) do update set tokens = excluded.tokens`;
      await (tx as unknown as { execute(statement: SQL): Promise<unknown> }).execute(statement);
    }
  }
}

/** The lessons that have all the words: a condition on `lessons`. */
export const hasWords = (words: SearchWord[]): SQL =>
  dialect === 'sqlite'
    ? sql`${lessons.id} in (select r.lesson_id from lesson_search s join lesson_search_rows r on r.id = s.rowid where lesson_search match ${ftsQuery(words)})`
    : sql`${lessons.id} in (select lesson_id from lesson_search where tokens @@ ${tsquery(words)}::tsquery)`;

/**
 * The same lessons with a rank, best first in ascending order: join it on `found.lesson_id`. `limit -1` takes nothing
 * away: it keeps SQLite from searching again for every lesson of a facet, ten times slower with 5,000 lessons.
 */
export const ranked = (words: SearchWord[]): SQL =>
  dialect === 'sqlite'
    ? sql`(select r.lesson_id, bm25(lesson_search, 6.0, 1.0) as rank from lesson_search join lesson_search_rows r on r.id = lesson_search.rowid where lesson_search match ${ftsQuery(words)} limit -1) as found`
    : sql`(select lesson_id, -ts_rank('{0.1, 0.2, 0.4, 1.0}', tokens, ${tsquery(words)}::tsquery, 1) as rank from lesson_search where tokens @@ ${tsquery(words)}::tsquery) as found`;

/** `("nurses" OR "nurse") AND ("retention"*)`: every word in quotes, so that OR, NEAR or a colon typed is a word. */
const ftsQuery = (words: SearchWord[]) =>
  words
    .map(({ forms, prefix }) => `(${forms.map((form) => `"${form}"${prefix ? '*' : ''}`).join(' OR ')})`)
    .join(' AND ');

const tsquery = (words: SearchWord[]) =>
  words
    .map(({ forms, prefix }) => `(${forms.map((form) => `'${form}'${prefix ? ':*' : ''}`).join(' | ')})`)
    .join(' & ');

/** A tsvector as text, `'midwife':4A,9`: not to_tsvector, whose parser depends on the server's locale. */
function tsvector(heading: string[], body: string[]): string {
  const positions = new Map<string, string[]>();
  const place = (token: string, position: string) =>
    positions.set(token, [...(positions.get(token) ?? []), position]);
  heading.forEach((token, at) => place(token, `${at + 1}A`));
  // Postgres keeps positions up to 16383 and 255 of them a word; more would be dropped with a notice.
  body.forEach(
    (token, at) =>
      (positions.get(token)?.length ?? 0) < 100 &&
      place(token, String(Math.min(heading.length + at + 1, 16_383)))
  );
  return [...positions].map(([token, at]) => `'${token}':${at.join(',')}`).join(' ');
}
