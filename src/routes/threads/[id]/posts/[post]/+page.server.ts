import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { editPlace, postAddress } from '#features/forum/forum.ts';
import { experienceEdit, languageCorrection, postEdit, postWithdrawal } from '#features/forum/inputs.ts';
import { changeExperience } from '#features/forum/server/change-experience.ts';
import { correctLanguage } from '#features/forum/server/correct-language.ts';
import { editPost } from '#features/forum/server/edit-post.ts';
import { readNewPlace } from '#features/forum/server/moving/read-moves.ts';
import { readPost } from '#features/forum/server/read-post.ts';
import { withdrawPost } from '#features/forum/server/withdraw-post.ts';
import { form, page } from '../../../../answer.ts';
import { countryChoices } from '../../../../country-choices.ts';
import { draft, preview, readWriting } from '../../../writing.ts';
import type { Actions, PageServerLoad } from './$types.js';

/** Who may mend or withdraw a post does it here; for everyone else its address is its place in the thread. */
export const load: PageServerLoad = (event) =>
  page(event, async () => {
    const source = await readPost(event.locals.actor, {
      threadId: event.params.id,
      id: event.params.post
    }).catch(async (fault: unknown) => {
      const place = await readNewPlace(event.locals.actor, event.params.id, { id: event.params.post });
      if (place) redirect(303, `/threads/${place.threadId}/posts/${event.params.post}`);
      throw fault;
    });
    if (event.request.method === 'GET' && !Object.values(source.may).some(Boolean))
      redirect(303, postAddress(source.thread.id, source.post.number));
    return {
      source,
      desk: await readWriting(event, editPlace(source.post.id)),
      countries: source.experience ? countryChoices(event.locals.locale) : []
    };
  });

const correction = v.object({
  ...v.omit(languageCorrection, ['threadId', 'id']).entries,
  about: v.picklist(['post', 'title'])
});

export const actions: Actions = {
  preview,
  draft: (event) =>
    draft(event, editPlace(event.params.post), `/threads/${event.params.id}/posts/${event.params.post}`),
  language: (event) =>
    form(event, correction, async ({ about, ...said }) => {
      const { id: threadId, post } = event.params;
      await correctLanguage(event.locals.actor, { ...said, threadId, id: about === 'post' ? post : null });
      redirect(303, `/threads/${threadId}/posts/${post}#language`);
    }),
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
