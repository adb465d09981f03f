import { readLesson } from '#features/lessons/server/read-lesson.ts';
import { page } from '../../answer.ts';
import { readMentions } from '../../links/mentions.ts';
import { opensOrigin } from '../origin.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) =>
  page(event, async () => ({
    lesson: await readLesson(event.locals.actor, event.params.id, opensOrigin(event.locals.actor)),
    mentions: await readMentions(event.locals.actor, { kind: 'lesson', id: event.params.id }),
    address: `${event.url.origin}/lessons/${event.params.id}`
  }));
