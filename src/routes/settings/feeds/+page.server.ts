import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { endFeedToken, makeFeedToken, readFeedToken } from '#features/archive/server/feed-token.ts';
import { listSpaces } from '#features/spaces/server/list-spaces.ts';
import { form, page } from '../../answer.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) => {
  const { actor } = event.locals;
  if (actor.kind === 'guest') redirect(303, '/sign-in?to=/settings/feeds');
  return page(event, async () => ({
    origin: event.url.origin,
    token: await readFeedToken(actor),
    spaces: (await listSpaces(actor))
      .filter(({ role }) => role !== null)
      .map(({ slug, titles, visibility }) => ({ slug, titles, visibility }))
  }));
};

export const actions: Actions = {
  // Shown once, in this answer: it is not kept readable anywhere.
  token: (event) => form(event, v.object({}), () => makeFeedToken(event.locals.actor)),
  revocation: (event) =>
    form(event, v.object({}), async () => {
      await endFeedToken(event.locals.actor);
      redirect(303, '/settings/feeds');
    })
};
