import { readLesson } from '#features/lessons/server/read-lesson.ts';
import { page } from '../../answer.ts';
import { opensOrigin } from '../origin.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) =>
  page(event, async () => ({
    lesson: await readLesson(event.locals.actor, event.params.id, opensOrigin(event.locals.actor)),
    address: `${event.url.origin}/lessons/${event.params.id}`
  }));
