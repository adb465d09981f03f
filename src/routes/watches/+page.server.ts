import { redirect } from '@sveltejs/kit';
import { watchInput } from '#features/following/following.ts';
import { follow } from '#features/following/server/follow.ts';
import { listWatches } from '#features/following/server/list-watches.ts';
import { localPath } from '#lib/local-path.ts';
import { form, page } from '../answer.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) => {
  const { actor } = event.locals;
  if (actor.kind === 'guest') redirect(303, '/sign-in?to=/watches');
  return page(event, () => listWatches(actor));
};

export const actions: Actions = {
  default: (event) =>
    form(event, watchInput, async ({ back, ...input }) => {
      await follow(event.locals.actor, input);
      redirect(303, localPath(back));
    })
};
