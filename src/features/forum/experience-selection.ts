/** What a reader of the table of a call looks for, and its address: it can be shared, and works without scripts. */
import { outcomes, type Experience, type Outcome } from './purposes.ts';

export const sorts = ['number', '-number', 'country', 'year', '-year', 'outcome'] as const;
export type ExperienceSort = (typeof sorts)[number];

export interface ExperienceSelection {
  country: string | null;
  outcome: Outcome | null;
  sort: ExperienceSort;
  /** From 1. */
  rows: number;
}

export function readExperienceSelection(params: URLSearchParams): ExperienceSelection {
  const country = params.get('country') ?? '';
  const rows = Number(params.get('rows') ?? 1);
  return {
    country: /^[A-Z]{2}$/.test(country) ? country : null,
    outcome: outcomes.find((one) => one === params.get('outcome')) ?? null,
    sort: sorts.find((one) => one === params.get('sort')) ?? 'number',
    rows: Number.isInteger(rows) && rows >= 1 ? Math.min(rows, 1000) : 1
  };
}

export function writeExperienceSelection(
  selection: ExperienceSelection,
  change: Partial<ExperienceSelection> = {}
): string {
  const { country, outcome, sort, rows } = { ...selection, rows: 1, ...change };
  const params = new URLSearchParams();
  if (country) params.set('country', country);
  if (outcome) params.set('outcome', outcome);
  if (sort !== 'number') params.set('sort', sort);
  if (rows > 1) params.set('rows', String(rows));
  return `?${params}`;
}

export const fitsSelection = (one: Experience, { country, outcome }: ExperienceSelection): boolean =>
  (!country || one.country === country) && (!outcome || one.outcome === outcome);

/** The order of the table's query, for rows that come while one looks: the same keys, then the number. */
export function compareBy(sort: ExperienceSort): (a: Experience, b: Experience) => number {
  const sign = sort.startsWith('-') ? -1 : 1;
  const key = sort.replace('-', '') as 'number' | 'country' | 'year' | 'outcome';
  const rank = (one: Experience) => (key === 'outcome' ? outcomes.indexOf(one.outcome) : one[key]);
  return (a, b) => {
    const [x, y] = [rank(a), rank(b)];
    return (x < y ? -sign : x > y ? sign : 0) || a.number - b.number;
  };
}

/** A page of the table as it is loaded. `seq`: the thread's, up to which the rows are true. */
export interface ExperiencePage {
  seq: number;
  selection: ExperienceSelection;
  rows: Experience[];
  /** How many fit the selection, and how many there are at all. */
  total: number;
  all: number;
  countries: { code: string; count: number }[];
}
