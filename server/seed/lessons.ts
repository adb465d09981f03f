import type { Evidence, Origin } from '#features/lessons/lessons.ts';
import { recordLesson } from '#features/lessons/server/record-lesson.ts';
import type { BuildingBlock, Occupation } from '#lib/vocab/codes.ts';
import type { LessonText } from './texts/lesson-text.ts';
import { lessonsInEnglish } from './texts/lessons-in-english.ts';
import { lessonsInFrench } from './texts/lessons-in-french.ts';
import { before, capacityOf, day, personOf, type World } from './world.ts';

const evidences: Record<LessonText['evidence'], Evidence> = {
  anecdote: 'anecdote',
  routine: 'routine_data',
  evaluation: 'evaluation',
  review: 'systematic_review'
};

/** Thirty lessons in two languages, taken in turns; `origins` says which grew out of what, by their titles. */
export async function seedLessons(world: World, origins: Map<string, Origin>): Promise<void> {
  const all = lessonsInFrench.flatMap((lesson, place) => [lesson, lessonsInEnglish[place]]);
  for (const [place, lesson] of all.entries()) {
    const {
      by,
      lang,
      polarity,
      countries,
      axis,
      title,
      summary,
      done,
      happened,
      recommendation,
      conditions
    } = lesson;
    const year = (months: number) => before(world.now, months * 30.4 * day).getUTCFullYear();
    await recordLesson(
      personOf(world, by),
      {
        title,
        summary,
        lang,
        polarity,
        countries,
        axis,
        recommendation,
        conditions,
        context: '',
        lesson: '',
        cost: null,
        level: null,
        whatWasDone: done,
        whatHappened: happened,
        evidence: evidences[lesson.evidence],
        blocks: lesson.blocks as BuildingBlock[],
        occupations: lesson.occupations as Occupation[],
        fromYear: year(lesson.months[0]),
        toYear: year(lesson.months[1]),
        capacity: capacityOf(world, by)
      },
      origins.get(title) ?? null,
      before(world.now, (all.length - place) * 2.3 * day)
    );
  }
}
