import { m } from '#lib/paraglide/messages.js';
import type { CopyAnswer } from './copies.ts';

const names = {
  named: m.archive_answer_named,
  unnamed: m.archive_answer_unnamed,
  declined: m.archive_answer_declined
};
export const answerName = (answer: CopyAnswer): string => names[answer]();

/** What an answer means for a person, and for an organisation. */
export function answerHint(answer: CopyAnswer, party: 'person' | 'organisation'): string {
  if (answer === 'declined') return m.archive_answer_declined_hint();
  if (answer === 'named') return m.archive_answer_named_hint();
  return party === 'organisation'
    ? m.archive_answer_unnamed_organisation_hint()
    : m.archive_answer_unnamed_person_hint();
}
