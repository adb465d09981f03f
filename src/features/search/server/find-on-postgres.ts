import { sql, type SQL } from 'drizzle-orm';
import { Refusal } from '#lib/refusal.ts';
import { store } from '#lib/server/db.ts';
import { limits } from '../search.ts';
import { rowColumns, rowTables, tallyColumns, tallyOf, type Ask, type Found, type Row } from './found.ts';
import { hitOf } from './hit.ts';

interface Session {
  execute(statement: SQL): Promise<{ rows: Record<string, unknown>[] }>;
}

/** Answers one search, in one transaction that only reads and that Postgres ends when it takes too long. */
export async function findOnPostgres(ask: Ask): Promise<Found> {
  try {
    return await store().atomic(async (tx) => find(tx as unknown as Session, ask));
  } catch (fault) {
    if (isTimeout(fault)) throw new Refusal('too-many', 'search-too-slow');
    throw fault;
  }
}

async function find(session: Session, ask: Ask): Promise<Found> {
  const left = Math.max(100, ask.deadline - Date.now());
  await session.execute(sql.raw(`set local statement_timeout = ${Math.round(left)}`));
  await session.execute(sql.raw('set transaction read only'));
  const dated = ask.from !== null || ask.to !== null;
  const between = dated
    ? sql` join search_documents d on d.n = s.n and d.at >= ${new Date(ask.from ?? -62e12)} and d.at < ${new Date(ask.to ?? 253e12)}`
    : sql``;
  const rank =
    ask.order === 'newest' || !ask.rankBy
      ? sql`extract(epoch from (select x.at from search_documents x where x.n = c.n))`
      : sql`ts_rank('{0.1, 0.2, 0.4, 1.0}', c.tokens, ${ask.rankBy}::tsquery, 1)`;
  const { rows } = await session.execute(
    sql`select r.n, r.total from (select c.n, ${rank} as rank, count(*) over () as total from (select s.n, s.tokens from search_index s${between} where s.tokens @@ ${ask.match}::tsquery order by s.n desc limit ${ask.most + 1}) c) r order by r.rank desc, r.n desc limit ${limits.counted}`
  );
  const best = rows.map(({ n }) => Number(n));
  const total = Number(rows[0]?.total ?? 0);
  const page = best.slice(ask.offset, ask.offset + limits.pageSize);
  const hits = await readRows(session, `d.n, ${rowColumns}`, rowTables, page);
  const byNumber = new Map(hits.map(([n, ...row]) => [Number(n), row as unknown as Row]));
  const tally = await readRows(session, tallyColumns, 'search_documents d', best);
  return {
    hits: page.flatMap((n) => (byNumber.has(n) ? [hitOf(byNumber.get(n) as Row, ask.marks)] : [])),
    total: Math.min(total, ask.most),
    cut: total > ask.most,
    tally: tallyOf(tally as (string | null)[][])
  };
}

/** Rows in the order of their columns, which names in a result would not keep (two are called `title`). */
async function readRows(
  session: Session,
  columns: string,
  tables: string,
  ns: number[]
): Promise<unknown[][]> {
  if (ns.length === 0) return [];
  const named = columns.split(', ').map((column, at) => `${column} as c${at}`);
  const { rows } = await session.execute(
    sql`select ${sql.raw(named.join(', '))} from ${sql.raw(tables)} where d.n in (${sql.join(
      ns.map((n) => sql`${n}`),
      sql`, `
    )})`
  );
  return rows.map((row) => named.map((_, at) => row[`c${at}`]));
}

function isTimeout(fault: unknown): boolean {
  for (
    let cause = fault as { code?: string; cause?: unknown } | undefined;
    cause;
    cause = cause.cause as typeof cause
  )
    if (cause.code === '57014') return true;
  return false;
}
