import { readSelection } from '#features/lessons/selection.ts';
import { searchLessons } from '#features/lessons/server/search-lessons.ts';
import { page } from '../answer.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) =>
  page(event, async () => {
    const selection = readSelection(event.url.searchParams);
    return { selection, found: await searchLessons(event.locals.actor, selection) };
  });
