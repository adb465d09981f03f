import type { Act } from '#features/people/people.ts';
import { nameIn } from '#lib/names.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Kind, Level } from './following.ts';

export type Tongue = 'en' | 'fr' | 'ar';
type Sentence = (inputs: { who: string }, options: { locale: Tongue }) => string;

/** Who acted, as their post says: the person, and for whom. */
export function whoOf(act: Act | null, locale: Tongue): string {
  const name = act?.personName || m.following_someone({}, { locale });
  return act?.organisation ? `${name} (${nameIn(act.organisation, locale)})` : name;
}

/** Why one is told, as a sentence: "Awa Diop (Ministry of Health) answered you". */
export const kindText = (kind: Kind, act: Act | null, locale: Tongue): string =>
  kindSentence(kind, whoOf(act, locale), locale);

export function kindSentence(kind: Kind, who: string | null, locale: Tongue): string {
  const key = `following_kind_${kind.replaceAll('-', '_')}` as 'following_kind_reply';
  return (m[key] as Sentence)({ who: who || m.following_someone({}, { locale }) }, { locale });
}

export const levelName = (level: Level | null, locale: Tongue): string =>
  m[`following_level_${level ?? 'mentions'}`]({}, { locale });
