import type { Direction } from '#lib/dir.ts';
import type { Kind } from './following.ts';

/** What happened while someone was away, in the order in which it is told. */
export const sinceParts = ['decisions', 'entries', 'country', 'mentions'] as const;
export type SincePart = (typeof sinceParts)[number];

export interface SinceLine {
  /** Of one fact, so that a mail says it once. */
  key: string;
  kind: Kind;
  who: string | null;
  href: string;
  title: string;
  lang: string;
  dir: Direction;
  at: string;
}
export interface SinceView {
  since: string;
  /** They were never here before: a week is shown. */
  first: boolean;
  parts: Record<SincePart, SinceLine[]>;
}

export const limits = { perPart: 50, firstDays: 7, visitMinutes: 30 } as const;

/** The moment of an address (`?since=2026-03-12` or with a time), or null when it names none that has been. */
export function sinceFrom(text: string | null, now = new Date()): Date | null {
  if (!text || !/^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:\d{2})?)?$/.test(text)) return null;
  const at = new Date(/T.*[^Z\d:.+-]|T[\d:.]+$/.test(text) ? `${text}Z` : text);
  return Number.isNaN(at.getTime()) || at > now ? null : at;
}
