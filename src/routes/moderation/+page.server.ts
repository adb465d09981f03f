import { redirect } from '@sveltejs/kit';
import { approval, decline } from '#features/moderation/moderation.ts';
import { approvePost, declinePost } from '#features/moderation/server/approve-post.ts';
import { listCases } from '#features/moderation/server/list-cases.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { form, page } from '../answer.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) =>
  page(event, async () => {
    mustBeSignedIn(event.locals.actor);
    const forum = event.url.searchParams.get('forum');
    return { queue: await listCases(event.locals.actor, forum), forum };
  });

export const actions: Actions = {
  approval: (event) =>
    form(event, approval, async (input) => {
      await approvePost(event.locals.actor, input);
      redirect(303, '/moderation');
    }),
  decline: (event) =>
    form(event, decline, async (input) => {
      await declinePost(event.locals.actor, input);
      redirect(303, '/moderation');
    })
};
