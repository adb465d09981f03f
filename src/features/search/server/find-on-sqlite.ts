import type { Database } from 'better-sqlite3';
import { limits } from '../search.ts';
import { rowColumns, rowTables, tallyColumns, tallyOf, type Ask, type Found, type Row } from './found.ts';
import { hitOf } from './hit.ts';

/**
 * Answers one search. Matches come newest first and are counted as they come, so that a word in half of all posts ends at
 * the bound, at the deadline, or when nobody waits any more (`stopped`), with what was found until then.
 */
export function findOnSqlite(reader: Database, ask: Ask, stopped: () => boolean): Found {
  const { best, total, cut } = candidates(reader, ask, stopped);
  const inList = '(select value from json_each(?))';
  const page = best.slice(ask.offset, ask.offset + limits.pageSize);
  const rows = reader
    .prepare(`select d.n, ${rowColumns} from ${rowTables} where d.n in ${inList}`)
    .raw(true)
    .all(JSON.stringify(page)) as [number, ...Row][];
  const byNumber = new Map(rows.map(([n, ...row]) => [n, row as Row]));
  const tally = reader
    .prepare(`select ${tallyColumns} from ${facts} where d.n in ${inList}`)
    .raw(true)
    .all(JSON.stringify(best)) as (string | null)[][];
  return {
    hits: page.flatMap((n) => (byNumber.has(n) ? [hitOf(byNumber.get(n) as Row, ask.marks)] : [])),
    total,
    cut,
    tally: tallyOf(tally)
  };
}

/** Without their text: SQLite would look for each number in the table itself, whose rows lie far apart. */
const facts = 'search_documents d indexed by search_documents_facts';

function candidates(reader: Database, ask: Ask, stopped: () => boolean) {
  const at = `(select d.at from ${facts} where d.n = search_index.rowid)`;
  const rank = ask.order === 'newest' ? `-${at}` : 'bm25(search_index, 8.0, 1.0, 0.0)';
  const within = between(reader, ask);
  if (within === 'nothing') return { best: [], total: 0, cut: false };
  const dated = within && `and rowid between ? and ? and ${at} >= ? and ${at} < ?`;
  const statement = reader
    .prepare(
      `select rowid, ${rank} from search_index where search_index match ? ${dated ?? ''} order by rowid desc`
    )
    .raw(true);
  const found: [n: number, rank: number][] = [];
  let cut = false;
  for (const row of statement.iterate(ask.match, ...(within ?? [])) as Iterable<[number, number]>) {
    if (found.length >= ask.most || (found.length % 128 === 127 && stopped())) {
      cut = true;
      break;
    }
    found.push(row);
  }
  found.sort((a, b) => a[1] - b[1] || b[0] - a[0]);
  return { best: found.slice(0, limits.counted).map(([n]) => n), total: found.length, cut };
}

/** Numbers grow as texts arrive, so a time is a stretch of them, with a few strangers in it: the engine skips the rest. */
function between(reader: Database, { from, to }: Ask): number[] | null | 'nothing' {
  if (from === null && to === null) return null;
  const range = [from ?? -8.64e15, to ?? 8.64e15];
  const [first, last] = reader
    .prepare(
      'select min(d.n), max(d.n) from search_documents d indexed by search_documents_at where d.at >= ? and d.at < ?'
    )
    .raw(true)
    .get(...range) as (number | null)[];
  return first === null || last === null ? 'nothing' : [first, last, ...range];
}

/**
 * Reads once what every search reads: the beginnings of the index, the lengths of texts and the facts. A few megabytes; the
 * first to search after a start does not wait for the disk.
 */
export function warm(reader: Database): void {
  reader.prepare('select count(term) from search_index_idx').get();
  reader.prepare('select sum(length(sz)) from search_index_docsize').get();
  reader.prepare(`select sum(length(d.kind) + d.at) from ${facts}`).get();
}
