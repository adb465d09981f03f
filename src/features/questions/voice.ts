import type { Voice } from '#features/sessions/session.svelte.ts';
import { whoName } from '#features/sessions/words.ts';
import { m } from '#lib/paraglide/messages.js';
import { questionsKey, type QuestionsDelta, type QuestionsState } from './questions.ts';

export const questionsVoice: Voice<QuestionsState, QuestionsDelta> = {
  part: questionsKey,
  changed({ questions }, before, locale) {
    const known = new Set(before.questions.map(({ id }) => id));
    const latest = questions.findLast(({ id }) => !known.has(id));
    return latest && m.questions_says_asked({ name: whoName(latest.act, locale) });
  }
};
