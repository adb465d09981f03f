import { redirect } from '@sveltejs/kit';
import { postAddress } from '#features/forum/forum.ts';
import { postsMove, threadsMerge } from '#features/forum/inputs.ts';
import { mergeThreads } from '#features/forum/server/moving/merge-threads.ts';
import { movePosts } from '#features/forum/server/moving/move-posts.ts';
import { readMoving } from '#features/forum/server/moving/read-moving.ts';
import { form, page } from '../../../answer.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) =>
  page(event, async () => {
    const from = Number.parseInt(event.url.searchParams.get('from') ?? '', 10);
    return { moving: await readMoving(event.locals.actor, event.params.id, Number.isNaN(from) ? 1 : from) };
  });

export const actions: Actions = {
  move: (event) =>
    form(event, postsMove, async (input) => {
      const place = await movePosts(event.locals.actor, { ...input, threadId: event.params.id });
      redirect(303, postAddress(place.threadId, place.number));
    }),
  merge: (event) =>
    form(event, threadsMerge, async (input) => {
      const place = await mergeThreads(event.locals.actor, { ...input, threadId: event.params.id });
      redirect(303, postAddress(place.threadId, place.number));
    })
};
