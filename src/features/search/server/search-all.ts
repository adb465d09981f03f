import type { Actor } from '#features/people/people.ts';
import { dialect } from '#lib/server/columns.ts';
import { readQuery, type Complaint, type Query } from '../query.ts';
import { limits, type SearchHit } from '../search.ts';
import type { Selection } from '../selection.ts';
import { ftsQuery, tsQuery } from './expression.ts';
import { facet } from './facets.ts';
import { findOnPostgres } from './find-on-postgres.ts';
import type { Ask, Found, Tally } from './found.ts';
import { readOrganisationNames } from './read-organisations-named.ts';
import { readRights, type ReadableSpace } from './read-rights.ts';
import { readSought } from './read-sought.ts';
import { marksOf } from './snippet.ts';
import { findInThread } from './threads.ts';

export interface SearchFound {
  query: Query;
  complaints: Complaint[];
  hits: SearchHit[];
  /** Null: nothing was asked. More than `limits.counted` is not counted: `limits.counted + 1`. */
  total: number | null;
  /** Only the newest `total` matches were looked at. */
  cut: number | null;
  pages: number;
  tally: Tally;
  spaces: Record<string, Pick<ReadableSpace, 'slug' | 'titles'>>;
}

const mostCandidates = 20_000;
const seconds = 2;

/**
 * One page of everything that `actor` may read and asks for. `granted`: ids of briefs opened to them one by one. Refuses
 * `too-many` when too many search at once.
 */
export async function searchAll(
  actor: Actor,
  selection: Selection,
  { granted = [], signal }: { granted?: string[]; signal?: AbortSignal } = {}
): Promise<SearchFound> {
  const query = readQuery(selection.query);
  const { readable, rights } = await readRights(actor, granted);
  const sought = await readSought(actor, query, readable);
  const complaints = [...query.complaints, ...sought.complaints];
  const asked = sought.all.length + sought.none.length > 0 || sought.from !== null || sought.to !== null;
  if (!asked) return { ...nothingFound, query, complaints };

  const all = [...sought.all, ...rights.all];
  const whole = {
    all: all.length > 0 ? all : [{ facet: facet.any }],
    none: [...sought.none, ...rights.none]
  };
  const say = dialect === 'sqlite' ? ftsQuery : tsQuery;
  const ask: Ask = {
    match: say(whole),
    rankBy: sought.words.length > 0 ? say({ all: sought.words, none: [] }) : '',
    order: sought.words.length > 0 ? selection.order : 'newest',
    from: sought.from?.getTime() ?? null,
    to: sought.to?.getTime() ?? null,
    offset: (selection.page - 1) * limits.pageSize,
    marks: marksOf(sought.words),
    most: mostCandidates,
    deadline: Date.now() + seconds * 1000
  };
  const found = await (dialect === 'sqlite' ? findInThread(ask, signal) : findOnPostgres(ask));
  return { query, complaints, ...(await shown(found, readable)) };
}

/** What a search gives before anything was asked, and when it could not be answered. */
export const nothingFound = {
  hits: [] as SearchHit[],
  total: null as number | null,
  cut: null as number | null,
  pages: 0,
  tally: { kind: {}, space: {}, lang: {}, country: {}, organisation: {} } as Tally,
  spaces: {} as SearchFound['spaces']
};

async function shown({ hits, total, cut, tally }: Found, readable: ReadableSpace[]) {
  const known = new Map(readable.map(({ id, slug, titles }) => [id, { slug, titles }]));
  const names = await readOrganisationNames(
    hits.flatMap(({ kind, id }) => (kind === 'organisation' ? [id] : []))
  );
  return {
    hits: hits.map(({ spaceId, ...hit }) => {
      const space = (spaceId && known.get(spaceId)) || null;
      return hit.kind === 'space'
        ? { ...hit, names: space && space.titles, space: null }
        : { ...hit, names: names.get(hit.id) ?? null, space };
    }),
    total: Math.min(total, limits.counted + 1),
    cut: cut ? total : null,
    pages: Math.ceil(Math.min(total, limits.counted) / limits.pageSize),
    tally,
    spaces: Object.fromEntries(
      Object.keys(tally.space).flatMap((id) => (known.has(id) ? [[id, known.get(id)!]] : []))
    )
  };
}
