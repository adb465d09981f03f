/** The words of this slice's codes, in the reader's language. */
import type { Act } from '#features/people/people.ts';
import { nameIn } from '#lib/names.ts';
import { m } from '#lib/paraglide/messages.js';
import { countryName } from '#lib/vocab/country-name.ts';
import type { DelegationCount } from './delegations.ts';
import type { SessionKind } from './sessions.ts';

const kinds: Record<SessionKind, () => string> = {
  forum_session: m.session_kind_forum_session,
  high_level_technical_meeting: m.session_kind_high_level_technical_meeting,
  workshop: m.session_kind_workshop,
  side_event: m.session_kind_side_event,
  pre_session: m.session_kind_pre_session,
  ministerial_meeting: m.session_kind_ministerial_meeting,
  senior_officials_meeting: m.session_kind_senior_officials_meeting,
  dialogue_series: m.session_kind_dialogue_series,
  webinar: m.session_kind_webinar,
  learning_session: m.session_kind_learning_session
};
export const kindName = (kind: SessionKind): string => kinds[kind]();

/** Whom one sees speaking: the country, else the organisation, else the person. */
export const whoName = (act: Act, locale: string): string =>
  act.capacity === 'personal'
    ? act.personName
    : act.country
      ? countryName(act.country, locale)
      : nameIn(act.organisation ?? {}, locale);

/** The rest of who speaks: the organisation of a country's delegate and the person; a person's own capacity. */
export const whoElse = (act: Act, locale: string): string =>
  act.capacity === 'personal'
    ? m.act_personal()
    : [act.country ? nameIn(act.organisation ?? {}, locale) : '', act.personName].filter(Boolean).join(' · ');

export const delegationName = (
  group: Pick<DelegationCount, 'country' | 'organisation'>,
  locale: string
): string =>
  group.country
    ? countryName(group.country, locale)
    : group.organisation
      ? nameIn(group.organisation, locale)
      : m.session_personal_group();

/** 116 seconds are `1 min 56 s`. */
export const durationText = (seconds: number): string =>
  seconds < 60
    ? m.session_seconds({ seconds })
    : seconds % 60 === 0
      ? m.session_minutes({ minutes: seconds / 60 })
      : m.session_minutes_seconds({ minutes: Math.floor(seconds / 60), seconds: seconds % 60 });
