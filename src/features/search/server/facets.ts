/**
 * What operators and rights narrow by, as words of the index: the full-text engine then intersects lists instead of
 * reading rows. The first letter says what a word is about, so that no two kinds of them can meet.
 */
import { isUnattributed } from '#features/people/unattributed.ts';
import { searchTokens } from '#lib/server/search.ts';
import type { SearchDocument } from '../search.ts';

const plain = (id: string) => id.toLowerCase().replace(/[^a-z0-9]/g, '');

export const facet = {
  /** On every document: what to ask for when nothing else is. */
  any: 'z',
  membersOnly: 'y',
  space: (id: string) => `s${plain(id)}`,
  thread: (id: string) => `t${plain(id)}`,
  object: (id: string) => `d${plain(id)}`,
  kind: (kind: string) => `k${plain(kind)}`,
  country: (code: string) => `c${plain(code)}`,
  organisation: (id: string) => `o${plain(id)}`,
  capacity: (capacity: string) => `q${plain(capacity)}`,
  person: (id: string) => `p${plain(id)}`,
  /** One word of an author's name. */
  name: (word: string) => `n${word}`,
  lang: (tag: string) => `l${plain(tag.split('-')[0])}`,
  /** A tag is one word however it is written: "Santé maternelle" and "sante-maternelle" are the same. */
  tag: (tag: string) => `g${searchTokens(tag).join('')}`
};

export function facetsOf({
  kind,
  id,
  spaceId,
  threadId,
  lang,
  act: written,
  tags,
  tagNames,
  narrower,
  countries,
  audience
}: SearchDocument): string[] {
  // Under the Chatham House Rule nothing narrows to an author: not even that there is none.
  const act = written && !isUnattributed(written) ? written : null;
  return [
    facet.any,
    facet.kind(kind),
    facet.lang(lang),
    ...(spaceId ? [facet.space(spaceId)] : [facet.space('none')]),
    ...(threadId ? [facet.thread(threadId)] : []),
    // Briefs alone are given to people one by one; their documents are asked for by what they belong to.
    ...(kind === 'brief' || kind === 'publication' ? [facet.object(id.split(':')[0])] : []),
    ...(audience === 'members' ? [facet.membersOnly] : []),
    ...(act ? [facet.capacity(act.capacity), facet.person(act.personId)] : []),
    ...(act ? searchTokens(act.personName).map(facet.name) : []),
    ...(act?.organisationId ? [facet.organisation(act.organisationId)] : []),
    ...(act?.country ? [facet.country(act.country)] : []),
    ...(countries ?? []).map(facet.country),
    ...(narrower ?? []).map(facet.kind),
    ...new Set([...(tags ?? []), ...(tagNames ?? [])].map(facet.tag))
  ];
}
