/** The words of this slice's codes, in the reader's language. */
import { m } from '#lib/paraglide/messages.js';
import { countryName } from '#lib/vocab/country-name.ts';
import type { BallotKind, BallotResult, Choice, EndedBy, Option } from './ballots.ts';

const kinds: Record<BallotKind, () => string> = {
  straw: m.ballots_kind_straw,
  consent: m.ballots_kind_consent,
  vote: m.ballots_kind_vote
};
export const kindName = (kind: BallotKind): string => kinds[kind]();

const choices: Record<string, () => string> = {
  for: m.ballots_choice_for,
  against: m.ballots_choice_against,
  abstain: m.ballots_choice_abstain,
  object: m.ballots_choice_object
};
/** An option is what the chair wrote, in the language of the question. */
export const optionOf = (options: Option[], choice: Choice): string | undefined =>
  options.find(({ id }) => String(id) === choice)?.text;
export const choiceName = (options: Option[], choice: Choice): string =>
  optionOf(options, choice) ?? choices[choice]?.() ?? choice;

const ends: Record<EndedBy, () => string> = {
  chair: m.ballots_ended_chair,
  time: m.ballots_ended_time,
  objection: m.ballots_ended_objection,
  close: m.ballots_ended_close
};
export const endName = (by: EndedBy): string => ends[by]();

export const countriesText = (codes: string[], locale: string): string =>
  codes.length === 0
    ? m.ballots_nobody()
    : new Intl.ListFormat(locale, { type: 'conjunction' }).format(
        codes.map((code) => countryName(code, locale)).sort((a, b) => a.localeCompare(b, locale))
      );

export function outcomeText(options: Option[], { outcome, countries }: BallotResult, locale: string): string {
  const named = new Intl.ListFormat(locale, { type: 'conjunction' }).format(
    outcome.choices.map((choice) => choiceName(options, choice))
  );
  switch (outcome.code) {
    case 'no_answer':
      return m.ballots_outcome_no_answer();
    case 'no_quorum':
      return m.ballots_outcome_no_quorum();
    case 'too_few':
      return m.ballots_outcome_too_few();
    case 'shown':
      return m.ballots_outcome_shown();
    case 'adopted':
      return m.ballots_outcome_adopted();
    case 'rejected':
      return m.ballots_outcome_rejected();
    case 'undecided':
      return m.ballots_outcome_undecided();
    case 'chosen':
      return m.ballots_outcome_chosen({ options: named });
    case 'tied':
      return outcome.choices.length > 0
        ? m.ballots_outcome_tied_options({ options: named })
        : m.ballots_outcome_tied();
    case 'consensus':
      return m.ballots_outcome_consensus();
    case 'objected':
      return m.ballots_outcome_objected({ countries: countriesText(countries?.object ?? [], locale) });
  }
}

/** Whether the result moves something forward: it gets the colour of what is agreed, beside its words. */
export const isAgreed = ({ outcome }: BallotResult): boolean =>
  outcome.code === 'adopted' || outcome.code === 'consensus' || outcome.code === 'chosen';

/** Seconds until the end by the server's clock; never below nought. */
export const secondsLeft = (endsAt: string, now: number): number =>
  Math.max(0, Math.ceil((Date.parse(endsAt) - now) / 1000));
export const timeText = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
