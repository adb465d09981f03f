/**
 * What a thread is about. A tag from a vocabulary is its list and code, `block:health_financing`; a free one is its words
 * in one form, `night-shifts`, so that the same words are one tag.
 */
import { axes, buildingBlocks, occupations, regions } from '#lib/vocab/codes.ts';
import { limits } from './purposes.ts';

/** The seventeen goals of the 2030 Agenda, by number. */
export const goals = Array.from({ length: 17 }, (_, index) => String(index + 1));

export const vocabularies: Record<string, readonly string[]> = {
  axis: axes,
  block: buildingBlocks,
  occupation: occupations,
  sdg: goals,
  region: regions
};

/** One form of a free tag: lower case, words joined by hyphens, letters of any script. Empty when nothing is left. */
export const freeTag = (words: string): string =>
  words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^[#\s]+/, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, limits.tagLength)
    .replace(/-+$/, '');

/** A tag as it is kept, or '' when it is none: a code that no list has is no tag. */
export function tagOf(text: string): string {
  const [list, code] = text.split(':');
  if (code !== undefined && Object.hasOwn(vocabularies, list))
    return vocabularies[list].includes(code) ? `${list}:${code}` : '';
  return freeTag(text);
}

/** The address of a tag's page. */
export const tagAddress = (tag: string): string => `/tags/${encodeURIComponent(tag)}`;
