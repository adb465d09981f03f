import type { InRoom } from '#lib/live/room.ts';

/**
 * A part of a session's room: the agenda, the floor, the statements. Each slice gives its own, under a key that server and browser
 * share; `Whole` is what every window shows of it, `Delta` what is added to a part that grows, `Own` what only the reader sees of it.
 */
export interface PartKey<Whole = unknown, Delta = never, Own = null> {
  readonly name: string;
  /** Puts what was added into the whole; the same delta twice is once. */
  fold?(whole: Whole, delta: Delta): Whole;
  /** For types only. */
  readonly of?: { whole: Whole; delta: Delta; own: Own };
}

/** One change of a session, in its one order: the parts that it left as they are now, and what it added to those that grow. */
export interface RoomChanged extends InRoom {
  /** The server's clock when this was read, in milliseconds since 1970. */
  now: number;
  wholes: Record<string, unknown>;
  deltas: Record<string, unknown[]>;
}

/** An entry of a part that is counted, e.g. the people of a delegation. */
export interface Counted {
  key: string;
}

/** What changed of a part that is counted. It has no place in the session's order: counts are told a few times a second at most. */
export interface CountChange {
  set: Counted[];
  gone: string[];
  /** What was told before was forgotten: `set` is all there is. */
  all?: true;
}
export interface RoomCounted {
  room: string;
  now: number;
  counts: Record<string, CountChange>;
}

export const events = { changed: 'session.changed', counted: 'session.counted' } as const;

export const foldCounts = (whole: readonly Counted[], { set, gone, all }: CountChange): Counted[] => {
  const entries = new Map((all ? [] : whole).map((entry) => [entry.key, entry]));
  for (const key of gone) entries.delete(key);
  for (const entry of set) entries.set(entry.key, entry);
  return [...entries.values()];
};

export const countChange = (before: readonly Counted[], after: readonly Counted[]): CountChange => {
  const known = new Map(before.map((entry) => [entry.key, JSON.stringify(entry)]));
  const keys = new Set(after.map(({ key }) => key));
  return {
    set: after.filter((entry) => known.get(entry.key) !== JSON.stringify(entry)),
    gone: before.filter(({ key }) => !keys.has(key)).map(({ key }) => key)
  };
};
