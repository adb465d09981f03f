/** Makes lessons for the tests of lessons. */
import * as v from 'valibot';
import type { Actor } from '#features/people/people.ts';
import { newLesson, type Origin } from '#features/lessons/lessons.ts';
import { recordLesson } from '#features/lessons/server/record-lesson.ts';

export const aText = (of: Record<string, unknown> = {}) => ({
  title: 'Rural bonus without housing',
  summary: 'Vacancies fell for a year, then rose again.',
  lang: 'en',
  polarity: 'did_not_work',
  evidence: 'routine_data',
  whatWasDone: 'The bonus was doubled.',
  whatHappened: 'Posts were filled for twelve months.',
  ...of
});

/** Records what a form would send, through the schema of the form. */
export const aLesson = (
  actor: Actor,
  of: Record<string, unknown> = {},
  origin: Origin | null = null
): Promise<{ id: string }> => recordLesson(actor, v.parse(newLesson, aText(of)), origin);
