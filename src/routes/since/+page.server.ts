import { redirect } from '@sveltejs/kit';
import { readSince } from '#features/following/server/read-since.ts';
import { sinceFrom } from '#features/following/since.ts';
import { page } from '../answer.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) => {
  const { actor } = event.locals;
  if (actor.kind === 'guest') redirect(303, '/sign-in?to=/since');
  return page(event, async () => ({
    view: await readSince(actor, sinceFrom(event.url.searchParams.get('since')))
  }));
};
