import type { Entry } from '#features/audit/audit.ts';
import type { Db } from '#lib/server/db.ts';

/** Someone whom a fact concerns. `more`: further facts that the line about it stands for. */
export interface Concerned {
  seq: number;
  personId: string;
  more?: number;
}

/**
 * Whom facts of a kind concern: asked once for many facts, so the questions do not grow with what happened.
 * `told`: who is told of which already, for a weightier reason, as `PERSON SEQ`.
 */
export type Audience = (
  from: Db,
  entries: Entry[],
  told: Pick<ReadonlySet<string>, 'has'>
) => Promise<Concerned[]>;

export const distinct = <T>(values: (T | null | undefined)[]): T[] => [
  ...new Set(values.filter((value) => value !== null && value !== undefined))
];

/** By a key of theirs, for joining in memory what two questions answered. */
export function grouped<T, K>(rows: T[], key: (row: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}
