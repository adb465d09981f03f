import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { postAddress } from '#features/forum/forum.ts';
import { experienceEdit, postEdit, postWithdrawal } from '#features/forum/inputs.ts';
import { changeExperience } from '#features/forum/server/change-experience.ts';
import { editPost } from '#features/forum/server/edit-post.ts';
import { readNewPlace } from '#features/forum/server/moving/read-moves.ts';
import { readPost } from '#features/forum/server/read-post.ts';
import { withdrawPost } from '#features/forum/server/withdraw-post.ts';
import { form, page } from '../../../../answer.ts';
import { countryChoices } from '../../../../country-choices.ts';
import type { Actions, PageServerLoad } from './$types.js';

/** Who may mend or withdraw a post does it here; for everyone else its address is its place in the thread. */
export const load: PageServerLoad = (event) =>
  page(event, async () => {
    const source = await readPost(event.locals.actor, {
      threadId: event.params.id,
      id: event.params.post
    }).catch(async (fault: unknown) => {
      const place = await readNewPlace(event.params.id, { id: event.params.post });
      if (place) redirect(303, `/threads/${place.threadId}/posts/${event.params.post}`);
      throw fault;
    });
    if (event.request.method === 'GET' && !source.may.edit && !source.may.withdraw)
      redirect(303, postAddress(source.thread.id, source.post.number));
    return { source, countries: source.experience ? countryChoices(event.locals.locale) : [] };
  });

export const actions: Actions = {
  edition: (event) =>
    form(event, v.omit(postEdit, ['threadId', 'id']), async (input) => {
      const { number } = await editPost(event.locals.actor, {
        ...input,
        threadId: event.params.id,
        id: event.params.post
      });
      redirect(303, postAddress(event.params.id, number));
    }),
  experience: (event) =>
    form(event, v.omit(experienceEdit, ['threadId']), async (input) => {
      const { number } = await changeExperience(event.locals.actor, {
        ...input,
        threadId: event.params.id,
        id: event.params.post
      });
      redirect(303, postAddress(event.params.id, number));
    }),
  withdrawal: (event) =>
    form(event, v.omit(postWithdrawal, ['threadId', 'id']), async (input) => {
      const { number } = await withdrawPost(event.locals.actor, {
        ...input,
        threadId: event.params.id,
        id: event.params.post
      });
      redirect(303, postAddress(event.params.id, number));
    })
};
