/** What a reader looks for among threads, and its address: every selection is one that can be shared. */
import type { ListedThread } from './forum.ts';
import { purposes, type Purpose } from './purposes.ts';

export const threadStates = ['open', 'answered', 'closed'] as const;
export type ThreadStanding = (typeof threadStates)[number];

export interface ThreadFilter {
  purpose: Purpose | null;
  state: ThreadStanding | null;
  tag: string | null;
  /** Only those with something new to the reader; for guests it says nothing. */
  unread: boolean;
}

export const noFilter: ThreadFilter = { purpose: null, state: null, tag: null, unread: false };

const among = <T extends string>(list: readonly T[], value: string | null): T | null =>
  list.find((one) => one === value) ?? null;

/** Read leniently: what is no code is left out, never an error. */
export function readThreadFilter(params: URLSearchParams): ThreadFilter {
  return {
    purpose: among(purposes, params.get('purpose')),
    state: among(threadStates, params.get('state')),
    tag: params.get('tag')?.toWellFormed().slice(0, 80) || null,
    unread: params.get('unread') === '1'
  };
}

/** The query string of a filter, `?` included; `?` alone for none, so that a link goes back to the whole list. */
export function writeThreadFilter(
  filter: ThreadFilter,
  change: Partial<ThreadFilter> & { page?: number } = {}
): string {
  const { purpose, state, tag, unread, page = 1 } = { ...filter, ...change };
  const params = new URLSearchParams();
  if (purpose) params.set('purpose', purpose);
  if (state) params.set('state', state);
  if (tag) params.set('tag', tag);
  if (unread) params.set('unread', '1');
  if (page > 1) params.set('page', String(page));
  return `?${params}`;
}

export const isFiltered = ({ purpose, state, tag, unread }: ThreadFilter): boolean =>
  Boolean(purpose || state || tag || unread);

/** The rule of the list's query, for threads that move while one looks at it. */
export const fits = (thread: ListedThread, { purpose, state, tag, unread }: ThreadFilter): boolean =>
  (!purpose || thread.purpose === purpose) &&
  (!tag || thread.tags.includes(tag)) &&
  (!unread || thread.unread === null || thread.unread > 0) &&
  (!state ||
    (state === 'closed' && thread.closed) ||
    (state === 'answered' && thread.answered) ||
    (state === 'open' && !thread.closed && !thread.answered));

export interface ThreadCounts {
  purposes: Partial<Record<Purpose, number>>;
  states: Record<ThreadStanding, number>;
  tags: { tag: string; count: number }[];
  unread: number;
}
