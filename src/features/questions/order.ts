import type { Act } from '#features/people/people.ts';
import { delegationOf } from '#features/sessions/delegations.ts';
import type { QuestionOrder, QuestionView } from './questions.ts';

/** Why a question stands where it stands; every window says it in words. */
export const orderReasons = ['first_of_country', 'country_before', 'votes', 'asked'] as const;
export type OrderReason = (typeof orderReasons)[number];

export interface OrderedQuestion {
  question: QuestionView;
  votes: number;
  reason: OrderReason;
  /** How many questions of its country were answered or stand before it. */
  before: number;
}

/** Whom a question counts for: its country, also in a personal capacity; who has none, the organisation or the person. */
export const countryOf = (act: Act): string => (act.country ? `country:${act.country}` : delegationOf(act));

/**
 * The open questions in the order of the rule. Balanced: a country that had nothing answered yet stands before one that had, and each
 * country's best question before any country's second; between equals, votes, then who asked first. Pure: every window finds the same.
 */
export function orderQuestions(
  questions: readonly QuestionView[],
  votes: ReadonlyMap<string, number>,
  order: QuestionOrder
): OrderedQuestion[] {
  const votesOf = ({ id }: QuestionView) => votes.get(id) ?? 0;
  const asked = questions.filter(({ answer }) => !answer).sort((a, b) => a.number - b.number);
  if (order === 'asked')
    return asked.map((question) => ({ question, votes: votesOf(question), reason: 'asked', before: 0 }));
  const popular = asked.sort((a, b) => votesOf(b) - votesOf(a) || a.number - b.number);
  if (order === 'votes')
    return popular.map((question) => ({ question, votes: votesOf(question), reason: 'votes', before: 0 }));
  const had = new Map<string, number>();
  const count = (act: Act) => {
    const before = had.get(countryOf(act)) ?? 0;
    had.set(countryOf(act), before + 1);
    return before;
  };
  for (const { act, answer } of questions) if (answer) count(act);
  return popular
    .map((question): OrderedQuestion => {
      const before = count(question.act);
      const reason = before === 0 ? 'first_of_country' : 'country_before';
      return { question, votes: votesOf(question), before, reason };
    })
    .sort((a, b) => a.before - b.before);
}

export interface CountryBalance {
  key: string;
  act: Act;
  asked: number;
  answered: number;
  votes: number;
}

/** What each country asked and had answered, the one that had least first. */
export function balanceByCountry(
  questions: readonly QuestionView[],
  votes: ReadonlyMap<string, number>
): CountryBalance[] {
  const countries = new Map<string, CountryBalance>();
  for (const { id, act, answer } of questions) {
    const key = countryOf(act);
    const entry = countries.get(key) ?? { key, act, asked: 0, answered: 0, votes: 0 };
    entry.asked += 1;
    entry.votes += votes.get(id) ?? 0;
    if (answer) entry.answered += 1;
    countries.set(key, entry);
  }
  return [...countries.values()].sort(
    (a, b) => a.answered - b.answered || b.asked - a.asked || (a.key < b.key ? -1 : 1)
  );
}
