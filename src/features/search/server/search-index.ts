/**
 * The full-text index, and the only file of this slice that writes the SQL of one database. SQLite: FTS5, contentless, its
 * rows numbered as `search_documents`. Postgres: a tsvector with a GIN index. Both hold our own words (letters and digits
 * only, see #lib/server/search.ts), so that nothing typed is ever syntax. Its tables are made by the migration 0003_search
 * of each dialect, which is written by hand.
 */
import { sql, type SQL } from 'drizzle-orm';
import { dialect } from '#lib/server/columns.ts';
import type { Tx } from '#lib/server/db.ts';

export interface Tokens {
  title: string[];
  body: string[];
  facets: string[];
}

export async function putTokens(tx: Tx, n: number, { title, body, facets }: Tokens): Promise<void> {
  await run(
    tx,
    dialect === 'sqlite'
      ? sql`insert or replace into search_index (rowid, title, body, facets) values (${n}, ${title.join(' ')}, ${body.join(' ')}, ${facets.join(' ')})`
      : sql`insert into search_index (n, tokens) values (${n}, ${tsvector(title, body, facets)}::tsvector) on conflict (n) do update set tokens = excluded.tokens`
  );
}

export async function takeTokens(tx: Tx, n: number): Promise<void> {
  await run(
    tx,
    dialect === 'sqlite'
      ? sql`delete from search_index where rowid = ${n}`
      : sql`delete from search_index where n = ${n}`
  );
}

/** The two dialects name the method for a statement without rows differently. */
const run = (tx: Tx, statement: SQL): Promise<unknown> =>
  dialect === 'sqlite'
    ? tx.run(statement)
    : (tx as unknown as { execute(statement: SQL): Promise<unknown> }).execute(statement);

/** A tsvector as text, `'midwife':4A,9`: not to_tsvector, whose parser depends on the server's locale. */
function tsvector(title: string[], body: string[], facets: string[]): string {
  const places = new Map<string, string[]>();
  const place = (token: string, at: number, weight: string) => {
    const known = places.get(token);
    if (!known) places.set(token, [`${at}${weight}`]);
    // Postgres keeps positions up to 16383 and 255 of them a word; more would be dropped with a notice.
    else if (known.length < 100 && at < 16_383) known.push(`${at}${weight}`);
  };
  title.forEach((token, at) => place(token, at + 1, 'A'));
  body.forEach((token, at) => place(token, Math.min(title.length + at + 2, 16_383), ''));
  return [
    ...[...places].map(([token, at]) => `'${token}':${at.join(',')}`),
    // No word of a text begins with this sign.
    ...new Set(facets.map((token) => `'=${token}'`))
  ].join(' ');
}
