/** The words of this slice's codes, in the reader's language. */
import { formatMoment } from '#lib/moment.ts';
import { nameIn } from '#lib/names.ts';
import { m } from '#lib/paraglide/messages.js';
import { countryName } from '#lib/vocab/country-name.ts';
import type { OutcomeKind, Responsible } from './outcomes.ts';

const kinds: Record<OutcomeKind, { one: () => string; numbered: (of: { number: number }) => string }> = {
  decision: { one: m.outcomes_decision, numbered: m.outcomes_decision_number },
  action: { one: m.outcomes_action, numbered: m.outcomes_action_number },
  recommendation: { one: m.outcomes_recommendation, numbered: m.outcomes_recommendation_number }
};
export const kindName = (kind: OutcomeKind): string => kinds[kind].one();
export const outcomeName = (kind: OutcomeKind, number: number): string => kinds[kind].numbered({ number });

export const responsibleName = (who: Responsible, locale: string): string =>
  who.kind === 'country'
    ? countryName(who.code, locale)
    : who.kind === 'organisation'
      ? nameIn(who.names, locale)
      : who.name;

/** What the form sends to name them again. */
export const responsibleValue = (who: Responsible | null): string =>
  who?.kind === 'country'
    ? `country:${who.code}`
    : who?.kind === 'organisation'
      ? `organisation:${who.id}`
      : '';

/** A day as it is read, without a time or a zone: 30 June 2027. */
export const dayText = (day: string, locale: string): string =>
  formatMoment(new Date(`${day}T00:00:00Z`), locale, 'UTC', 'day');
