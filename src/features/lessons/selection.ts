/** What a reader looks for, and its address: every selection is a URL that can be shared, and works without scripts. */
import { facets, limits, type Facet } from './lessons.ts';

export interface Selection {
  query: string;
  facets: Partial<Record<Facet, string[]>>;
  order: 'relevance' | 'newest';
  /** From 1. */
  page: number;
}

const mostValues = 40;
const lastPage = Math.ceil(limits.exported / limits.pageSize);

/** Reads an address leniently: what is not a code, a page or an order is left out, never an error. */
export function readSelection(params: URLSearchParams): Selection {
  const chosen: Selection['facets'] = {};
  for (const facet of facets) {
    const values = [...new Set(params.getAll(facet).filter((value) => /^[\w-]{1,60}$/.test(value)))].slice(
      0,
      mostValues
    );
    if (values.length > 0) chosen[facet] = values;
  }
  const page = Number(params.get('page') ?? 1);
  return {
    query: (params.get('q') ?? '').toWellFormed().trim().slice(0, 200),
    facets: chosen,
    order: params.get('order') === 'newest' ? 'newest' : 'relevance',
    page: Number.isInteger(page) && page >= 1 ? Math.min(page, lastPage) : 1
  };
}

/** The query string of a selection, `?` included, or nothing for all lessons. Changing it starts again at page 1. */
export function writeSelection(selection: Selection, change: Partial<Selection> = {}): string {
  const wanted = { ...selection, page: 1, ...change };
  const params = new URLSearchParams();
  if (wanted.query) params.set('q', wanted.query);
  for (const facet of facets) for (const value of wanted.facets[facet] ?? []) params.append(facet, value);
  if (wanted.order === 'newest') params.set('order', 'newest');
  if (wanted.page > 1) params.set('page', String(wanted.page));
  return params.size > 0 ? `?${params}` : '';
}

/** The selection without one value of one facet. */
export const without = (selection: Selection, facet: Facet, value: string): Selection['facets'] => ({
  ...selection.facets,
  [facet]: selection.facets[facet]?.filter((chosen) => chosen !== value)
});

export const isNarrowed = (selection: Selection): boolean =>
  facets.some((facet) => selection.facets[facet]?.length);
