/** What is asked of the index and what comes back, across the thread that asks SQLite or from Postgres directly. */
import type { DocumentKind, SearchHit } from '../search.ts';
import type { MarkedWords } from './snippet.ts';

export interface Ask {
  /** The query in the words of the database. */
  match: string;
  /** The same without operators and rights: what Postgres ranks by. Empty when there are no words. */
  rankBy: string;
  order: 'relevance' | 'newest';
  /** Milliseconds since 1970, UTC. */
  from: number | null;
  to: number | null;
  offset: number;
  marks: MarkedWords;
  /** Most matches that are looked at, the newest first. */
  most: number;
  /** `Date.now()` at which to stop and answer with what was found. */
  deadline: number;
}

export interface Tally {
  kind: Partial<Record<DocumentKind, number>>;
  space: Record<string, number>;
  lang: Record<string, number>;
  country: Record<string, number>;
  organisation: Record<string, number>;
}

export type FoundHit = Omit<SearchHit, 'space' | 'names'> & { spaceId: string | null };

export interface Found {
  hits: FoundHit[];
  /** Matches that were looked at. */
  total: number;
  /** There may be more than were looked at: the newest were. */
  cut: boolean;
  tally: Tally;
}

/** One row of a result page, as both databases give it. */
export type Row = [
  kind: DocumentKind,
  objectId: string,
  spaceId: string | null,
  lang: string,
  at: number | string | Date,
  address: string,
  title: string,
  tags: string | string[],
  act: string | object | null,
  text: string,
  threadTitle: string | null,
  threadLang: string | null
];

export const rowColumns =
  'd.kind, d.object_id, d.space_id, d.lang, d.at, d.address, d.title, d.tags, d.act, d.text, t.title, t.lang';
export const rowTables =
  "search_documents d left join search_documents t on t.kind = case d.kind when 'post' then 'thread' when 'statement' then 'session' end and t.object_id = d.thread_id";

export const tallyColumns = 'd.kind, d.space_id, d.lang, d.country, d.organisation_slug';

export function tallyOf(rows: (string | null)[][]): Tally {
  const tally: Tally = { kind: {}, space: {}, lang: {}, country: {}, organisation: {} };
  const columns = [tally.kind, tally.space, tally.lang, tally.country, tally.organisation];
  for (const row of rows)
    row.forEach((value, at) => {
      const counts = columns[at] as Record<string, number>;
      if (value) counts[value] = (counts[value] ?? 0) + 1;
    });
  return tally;
}
