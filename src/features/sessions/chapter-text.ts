/**
 * What a chapter of the record says, in words and in order: what every export is made of (HTML, Markdown, Word), and what a correction
 * can point at. Each slice gives this of its own chapter; `records` puts them together and gives them their look.
 */
import type { Act } from '#features/people/people.ts';
import type { Direction } from '#lib/dir.ts';
import { formatMoment, type MomentMode } from '#lib/moment.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { whoElse, whoName } from './words.ts';

/** What somebody wrote, in their language. `markdown`: as it was typed; else it is plain. */
export interface Written {
  text: string;
  lang: string;
  dir: Direction;
  markdown?: true;
}

/** A passage that has an address on the record's page: `anchor` is its id there, `label` what it is called. */
export interface Passage {
  anchor: string;
  label: string;
}

export type Block =
  | { kind: 'heading'; text: string }
  /** A line of ours. */
  | { kind: 'line'; text: string }
  /** Something that was said: who and when in `about`, the words, and what belongs to it. */
  | { kind: 'entry'; passage: Passage | null; about: string[]; words: Written[]; notes?: string[] }
  | { kind: 'table'; head: string[]; rows: { passage: Passage | null; cells: string[] }[] };

export interface ChapterText {
  title: string;
  blocks: Block[];
}

/** Nobody knows where an export will be read: its times are said in UTC. */
export const momentText = (at: string, mode: MomentMode = 'moment'): string =>
  `${formatMoment(new Date(at), getLocale(), 'UTC', mode)}${mode === 'day' ? '' : ' UTC'}`;

/** `Senegal (Ministry of Health · A. Diop)`. */
export const actText = (act: Act): string => {
  const locale = getLocale();
  return `${whoName(act, locale)} (${whoElse(act, locale)})`;
};
