import type { Actor } from '#features/people/people.ts';

/** Only who recorded a lesson changes its words; what it said before is kept. */
export const mayReviseLesson = (actor: Actor, lesson: { personId: string }): boolean =>
  actor.kind === 'member' && actor.personId === lesson.personId;
