import { redirect } from '@sveltejs/kit';
import { revisedLesson } from '#features/lessons/lessons.ts';
import { readLesson } from '#features/lessons/server/read-lesson.ts';
import { reviseLesson } from '#features/lessons/server/revise-lesson.ts';
import { Refusal } from '#lib/refusal.ts';
import { form, page } from '../../../answer.ts';
import { countriesByRegion } from '../../regions.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) =>
  page(event, async () => {
    const lesson = await readLesson(event.locals.actor, event.params.id);
    // After a sign-in that ended while typing, the page must still come back with what was typed.
    if (!lesson.mayRevise && event.request.method === 'GET')
      throw new Refusal(
        event.locals.actor.kind === 'guest' ? 'not-signed-in' : 'not-allowed',
        event.locals.actor.kind === 'guest' ? 'not-signed-in' : 'not-your-lesson'
      );
    return { lesson, regions: countriesByRegion() };
  });

export const actions: Actions = {
  default: (event) =>
    form(event, revisedLesson, async (input) => {
      const { id } = await reviseLesson(event.locals.actor, event.params.id, input);
      redirect(303, `/lessons/${id}`);
    })
};
