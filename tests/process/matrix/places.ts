/** What stands in a space, by id; and the same of a space that is not there. */
import { randomUUID } from 'node:crypto';
import type { Visibility } from '#features/spaces/spaces.ts';

const ids = [
  'spaceId',
  'thread',
  'post',
  'ownPost',
  'hidden',
  'withdrawn',
  'waiting',
  'modAct',
  'file',
  'looseFile',
  'question',
  'answer',
  'call',
  'experience',
  'support',
  'ruled',
  'sealed',
  'merged',
  'moving',
  'closed',
  'copy',
  'copyRequest',
  'brief',
  'version',
  'grant',
  'session',
  'held',
  'series',
  'item',
  'asked',
  'corrected',
  'remark',
  'turn',
  'proposal',
  'decided',
  'delegation',
  'invitation',
  'request',
  'person'
] as const;

export type Place = Record<(typeof ids)[number], string> & {
  seen: Visibility;
  slug: string;
  draftPlace: string;
  tag: string;
};

/** Nothing of it exists: how the house answers about it is how it must answer about what one may not know of. */
export function nowhere(): Place {
  const all = Object.fromEntries(ids.map((name) => [name, randomUUID()])) as Record<
    (typeof ids)[number],
    string
  >;
  return {
    ...all,
    seen: 'restricted',
    slug: 'zqslug-nowhere-at-all',
    draftPlace: `thread:${all.thread}`,
    tag: 'zqtagnowhere'
  };
}

/** A place whose every id is the same hostile text. */
export const garbled = (text: string): Place => ({
  ...(Object.fromEntries(ids.map((name) => [name, text])) as Record<(typeof ids)[number], string>),
  seen: 'restricted',
  slug: text,
  draftPlace: text,
  tag: text
});

/** Takes the ids and names of a place out of an answer, so that two answers can be compared byte for byte. */
export function blanked(text: string, place: Place): string {
  let blank = text;
  // The longest first: a draft's place holds the id of its thread.
  for (const value of Object.values(place).sort((one, other) => other.length - one.length))
    if (value.length > 10) blank = blank.replaceAll(value, 'ID').replaceAll(encodeURIComponent(value), 'ID');
  return blank;
}
