import type { Act } from '#features/people/people.ts';
import type { Change } from '#features/sessions/server/list-parts.ts';
import { dirOf, langOf } from '#lib/dir.ts';
import { Refusal } from '#lib/refusal.ts';
import { findQuestion, writeQuestion } from './find-question.ts';
import { isSeen } from './read-questions.ts';
import type { QuestionRow } from './tables.ts';

/**
 * Notes that a question was answered: now, by whom, in which statement or words. Twice is once, so that two chairs who press at the
 * same moment agree. Returns null when it was answered before. Refuses not-found, conflict `question-united`.
 */
export async function appendAnswer(
  change: Change,
  id: string,
  answer: { act: Act | null; statement: number | null; text: string | null; lang: string }
): Promise<QuestionRow | null> {
  const row = await findQuestion(change, id);
  if (row.mergedIntoId) throw new Refusal('conflict', 'question-united');
  if (!isSeen(row)) throw new Refusal('not-found');
  if (row.answeredAt) return null;
  const lang = answer.text ? langOf(answer.text, answer.lang) : answer.lang;
  return writeQuestion(change, id, {
    answeredAt: change.at,
    answeredByPersonId: change.member.personId,
    answer: { ...answer, lang, dir: dirOf(answer.text ?? ''), at: change.at.toISOString() }
  });
}
