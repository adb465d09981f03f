import { Refusal } from '#lib/refusal.ts';
import { limits } from '../purposes.ts';
import { freeTag, tagOf } from '../tags.ts';

/** The tags of a form, each once and in one form: codes that were ticked, then words that were typed. */
export function tagsFrom({ tags = [], freeTags = [] }: { tags?: string[]; freeTags?: string[] }): string[] {
  const all = [...new Set([...tags.map(tagOf), ...freeTags.map(freeTag)])].filter(Boolean);
  if (all.length > limits.tags) throw new Refusal('invalid', 'too-many-tags', 'freeTags');
  return all;
}
