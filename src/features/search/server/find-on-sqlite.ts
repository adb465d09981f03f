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
    .prepare(`select ${tallyColumns} from search_documents d where d.n in ${inList}`)
    .raw(true)
    .all(JSON.stringify(best)) as (string | null)[][];
  return {
    hits: page.flatMap((n) => (byNumber.has(n) ? [hitOf(byNumber.get(n) as Row, ask.marks)] : [])),
    total,
    cut,
    tally: tallyOf(tally)
  };
}

function candidates(reader: Database, ask: Ask, stopped: () => boolean) {
  const dated = ask.from !== null || ask.to !== null;
  const at = '(select d.at from search_documents d where d.n = search_index.rowid)';
  const rank = ask.order === 'newest' ? `-${at}` : 'bm25(search_index, 8.0, 1.0, 0.0)';
  const statement = reader
    .prepare(
      `select rowid, ${rank} from search_index where search_index match ?${dated ? ` and ${at} >= ? and ${at} < ?` : ''} order by rowid desc`
    )
    .raw(true);
  const params = dated ? [ask.match, ask.from ?? -8.64e15, ask.to ?? 8.64e15] : [ask.match];
  const found: [n: number, rank: number][] = [];
  let cut = false;
  for (const row of statement.iterate(...params) as Iterable<[number, number]>) {
    if (found.length >= ask.most || (found.length % 128 === 127 && stopped())) {
      cut = true;
      break;
    }
    found.push(row);
  }
  found.sort((a, b) => a[1] - b[1] || b[0] - a[0]);
  return { best: found.slice(0, limits.counted).map(([n]) => n), total: found.length, cut };
}
