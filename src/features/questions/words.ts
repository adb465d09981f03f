/** The words of this slice's codes, in the reader's language. */
import { whoName } from '#features/sessions/words.ts';
import { m } from '#lib/paraglide/messages.js';
import { countryName } from '#lib/vocab/country-name.ts';
import type { Act } from '#features/people/people.ts';
import type { OrderedQuestion } from './order.ts';
import type { Moderation, QuestionOrder } from './questions.ts';

const moderationNames: Record<Moderation, () => string> = {
  after: m.questions_moderation_after,
  before: m.questions_moderation_before
};
export const moderationName = (moderation: Moderation): string => moderationNames[moderation]();

const orderNames: Record<QuestionOrder, () => string> = {
  balanced: m.questions_order_balanced,
  votes: m.questions_order_votes,
  asked: m.questions_order_asked
};
export const orderName = (order: QuestionOrder): string => orderNames[order]();

/** The country that a question counts for, or whoever asked. */
export const askerName = (act: Act, locale: string): string =>
  act.country ? countryName(act.country, locale) : whoName(act, locale);

/** Why a question stands where it stands. */
export function reasonText({ reason, before, question: { act } }: OrderedQuestion, locale: string): string {
  const name = askerName(act, locale);
  if (reason === 'first_of_country') return m.questions_reason_first({ name });
  if (reason === 'country_before') return m.questions_reason_before({ name, count: before });
  return reason === 'votes' ? m.questions_reason_votes() : m.questions_reason_asked();
}
