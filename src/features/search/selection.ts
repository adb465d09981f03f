/** What a reader looks for, and its address: every search is a URL that can be shared, and works without scripts. */
import { limits } from './search.ts';

export interface Selection {
  /** As typed. */
  query: string;
  order: 'relevance' | 'newest';
  /** From 1. */
  page: number;
}

const lastPage = limits.counted / limits.pageSize;

/** Reads an address leniently: what is no page or order is left out, never an error. */
export function readSelection(params: URLSearchParams): Selection {
  const page = Number(params.get('page') ?? 1);
  return {
    query: params.get('q') ?? '',
    order: params.get('order') === 'newest' ? 'newest' : 'relevance',
    page: Number.isInteger(page) && page >= 1 ? Math.min(page, lastPage) : 1
  };
}

/** The address of a search. Changing it starts again at page 1. */
export function searchAddress(selection: Selection, change: Partial<Selection> = {}): string {
  const wanted = { ...selection, page: 1, ...change };
  const params = new URLSearchParams();
  if (wanted.query) params.set('q', wanted.query);
  if (wanted.order === 'newest') params.set('order', 'newest');
  if (wanted.page > 1) params.set('page', String(wanted.page));
  return params.size > 0 ? `/search?${params}` : '/search';
}
