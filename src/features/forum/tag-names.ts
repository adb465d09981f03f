/** The names of tags in the reader's language. Pages get them with their data; only forms and pages of tags load this. */
import { m } from '#lib/paraglide/messages.js';
import { axisName, blockName, regionName } from '#lib/vocab/labels.ts';
import { occupationName } from '#lib/vocab/occupation-name.ts';
import { goalName } from '#lib/vocab/goal-name.ts';
import { nameOf, type Text } from '#lib/vocab/text.ts';
import { vocabularies } from './tags.ts';

const namers: Record<string, (code: string, locale?: string) => string> = {
  axis: axisName,
  block: blockName,
  occupation: occupationName,
  sdg: goalName,
  region: regionName
};
const lists: Record<string, Text> = {
  axis: m.forum_tags_axis,
  block: m.forum_tags_block,
  occupation: m.forum_tags_occupation,
  sdg: m.forum_tags_sdg,
  region: m.forum_tags_region
};

/** A free tag is its own name, with blanks for its hyphens. */
export function tagName(tag: string, locale?: string): string {
  const [list, code] = tag.split(':');
  return code !== undefined && Object.hasOwn(namers, list)
    ? namers[list](code, locale)
    : tag.replaceAll('-', ' ');
}

export const tagNames = (tags: Iterable<string>, locale?: string): Record<string, string> =>
  Object.fromEntries([...new Set(tags)].map((tag) => [tag, tagName(tag, locale)]));

/** The lists that a form offers: their name, and each tag with its own. */
export const tagLists = () =>
  Object.entries(vocabularies).map(([list, codes]) => ({
    list,
    name: nameOf(lists, list),
    tags: codes.map((code) => ({ tag: `${list}:${code}`, name: namers[list](code) }))
  }));
