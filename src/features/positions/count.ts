/**
 * Counting, pure and the same everywhere: in the page while a proposal is open, in its record when it is closed.
 * No result depends on the order in which positions came. Shares are whole thousandths that add up to a thousand.
 */
import type { Decider, Method, Option, Quorum, Stance, Value } from './positions.ts';
import { stances, steps } from './positions.ts';

export interface Counted {
  region: string | null;
  organisationKind: string | null;
  country: string | null;
  value: Value;
}

export interface Row {
  /** A stance, a step or an option's number, as text. */
  key: string;
  /** How many answered so; of a ranking, how many put it first. */
  count: number;
  /** Thousandths of those who answered. With several choices they add up to more than a thousand. */
  share: number;
  /** Of a ranking: twice the points after Borda (so that they stay whole), and the place; equal points share a place. */
  points: number | null;
  place: number | null;
}

export interface Group {
  /** A region, a kind of organisation, `none` (an organisation without a country) or `outside` (a country in no region). */
  key: string;
  answered: number;
  /** In the order of the rows of the whole. */
  counts: number[];
}

export type OutcomeCode =
  | 'no_answer'
  | 'no_quorum'
  | 'adopted'
  | 'adopted_with_reservations'
  | 'objected'
  | 'supported'
  | 'divided'
  | 'blocked'
  | 'chosen'
  | 'tied';
export interface Outcome {
  code: OutcomeCode;
  /** The options that came first; several are a tie, which nothing breaks. */
  options: number[];
}

export interface Result {
  eligible: number | null;
  answered: number;
  quorum: { needed: number; met: boolean } | null;
  rows: Row[];
  regions: Group[];
  /** Null where kinds of organisations say nothing: countries and persons. */
  kinds: Group[] | null;
  outcome: Outcome;
}

export interface Asked {
  method: Method;
  decides: Decider;
  options: Option[];
  quorum: Quorum | null;
}

export function resultOf(asked: Asked, eligible: number | null, counted: Counted[]): Result {
  const rows = rowsOf(asked, counted);
  const needed = quorumOf(asked.quorum, eligible);
  const quorum = needed === null ? null : { needed, met: counted.length >= needed };
  return {
    eligible,
    answered: counted.length,
    quorum,
    rows,
    regions: groupsOf(asked, counted, regionKey),
    kinds:
      asked.decides === 'organisation'
        ? groupsOf(asked, counted, ({ organisationKind }) => organisationKind ?? 'none')
        : null,
    outcome: outcomeOf(asked, rows, counted.length, quorum?.met ?? true)
  };
}

/** How many answers a quorum asks for; a share is rounded up. */
export function quorumOf(quorum: Quorum | null, eligible: number | null): number | null {
  if (!quorum) return null;
  return quorum.kind === 'number' ? quorum.size : Math.ceil(((eligible ?? 0) * quorum.size) / 100);
}

export const keysOf = ({ method, options }: Pick<Asked, 'method' | 'options'>): string[] =>
  method === 'consent'
    ? [...stances]
    : method === 'gradients'
      ? steps.map(String)
      : options.map(({ id }) => String(id));

/** The rows that a value counts in: one, none, or of a multiple choice several. A ranking counts in its first. */
function choicesOf(value: Value): string[] {
  if ('stance' in value) return [value.stance];
  if ('step' in value) return [String(value.step)];
  return ('order' in value ? value.order.slice(0, 1) : value.options).map(String);
}

function rowsOf(asked: Asked, counted: Counted[]): Row[] {
  const keys = keysOf(asked);
  const counts = countsOf(keys, counted);
  const chosen = counts.reduce((sum, count) => sum + count, 0);
  const shares =
    chosen === counted.length
      ? sharesOf(counts)
      : counts.map((count) => (counted.length ? Math.round((count * 1000) / counted.length) : 0));
  const points = asked.method === 'ranked' ? bordaOf(keys, counted) : null;
  return keys.map((key, index) => ({
    key,
    count: counts[index],
    share: shares[index],
    points: points && points[index],
    place: points && 1 + points.filter((other) => other > points[index]).length
  }));
}

function countsOf(keys: string[], counted: Counted[]): number[] {
  const tally = new Map(keys.map((key) => [key, 0]));
  for (const { value } of counted)
    for (const key of choicesOf(value)) tally.set(key, (tally.get(key) ?? 0) + 1);
  return keys.map((key) => tally.get(key)!);
}

/** Thousandths by the largest remainder: they add up to 1000 whenever somebody answered. */
export function sharesOf(counts: number[]): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return counts.map(() => 0);
  const shares = counts.map((count) => Math.floor((count * 1000) / total));
  const rests = counts
    .map((count, index) => ({ index, rest: (count * 1000) % total }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index);
  const missing = 1000 - shares.reduce((sum, share) => sum + share, 0);
  for (const { index } of rests.slice(0, missing)) shares[index] += 1;
  return shares;
}

/**
 * Twice the points after Borda. Of n options the first of a ballot gets n-1 points, the last 0; those that a ballot
 * leaves out share what is left, so that every ballot weighs the same however much of it was filled in.
 */
function bordaOf(keys: string[], counted: Counted[]): number[] {
  const most = keys.length - 1;
  const points = new Map(keys.map((key) => [key, 0]));
  for (const { value } of counted) {
    const order = 'order' in value ? value.order.map(String) : [];
    const left = keys.length - order.length;
    for (const key of keys) {
      const place = order.indexOf(key);
      points.set(key, points.get(key)! + (place < 0 ? left - 1 : 2 * (most - place)));
    }
  }
  return keys.map((key) => points.get(key)!);
}

const regionKey = ({ region, country }: Counted) => region ?? (country ? 'outside' : 'none');

function groupsOf(asked: Asked, counted: Counted[], keyOf: (one: Counted) => string): Group[] {
  const keys = keysOf(asked);
  return [...new Set(counted.map(keyOf))].sort().map((key) => {
    const own = counted.filter((one) => keyOf(one) === key);
    return { key, answered: own.length, counts: countsOf(keys, own) };
  });
}

function outcomeOf(asked: Asked, rows: Row[], answered: number, quorate: boolean): Outcome {
  const none = (code: OutcomeCode): Outcome => ({ code, options: [] });
  if (answered === 0) return none('no_answer');
  if (!quorate) return none('no_quorum');
  const count = (...keys: string[]) =>
    rows.filter(({ key }) => keys.includes(key)).reduce((sum, row) => sum + row.count, 0);
  if (asked.method === 'consent') {
    if (count('object' satisfies Stance) > 0) return none('objected');
    // Abstaining and dissociating let the others decide: with nobody in support there is nothing that was adopted.
    if (count('support', 'support_with_reservation') === 0) return none('divided');
    return none(
      count('support_with_reservation', 'dissociate') > 0 ? 'adopted_with_reservations' : 'adopted'
    );
  }
  if (asked.method === 'gradients') {
    if (count('8') > 0) return none('blocked');
    return none(count('1', '2', '3') * 2 > answered ? 'supported' : 'divided');
  }
  const weight = (row: Row) => row.points ?? row.count;
  const most = Math.max(...rows.map(weight));
  const first = rows.filter((row) => weight(row) === most).map(({ key }) => Number(key));
  return { code: first.length > 1 ? 'tied' : 'chosen', options: first };
}

/** Whether a value is a dissent, to be quoted beside the result: it stops, stands aside, or has its doubts in writing. */
export function dissents(value: Value): boolean {
  if ('stance' in value) return ['object', 'dissociate', 'support_with_reservation'].includes(value.stance);
  return 'step' in value && value.step >= 5;
}
