import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { threadTagging } from '#features/forum/inputs.ts';
import { findThread } from '#features/forum/server/find-thread.ts';
import { mayTag } from '#features/forum/server/may.ts';
import { setTags } from '#features/forum/server/set-tags.ts';
import { Refusal } from '#lib/refusal.ts';
import { form, page } from '../../../answer.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) =>
  page(event, async () => {
    const { actor } = event.locals;
    const { thread, space } = await findThread(actor, event.params.id);
    if (!mayTag(actor, space, thread)) throw new Refusal('not-allowed');
    const { id, subject: title, lang } = thread;
    return { thread: { id, title, lang }, tags: thread.tags ?? [], topics: space.topics };
  });

export const actions: Actions = {
  default: (event) =>
    form(event, v.omit(threadTagging, ['threadId']), async (input) => {
      await setTags(event.locals.actor, { ...input, threadId: event.params.id });
      redirect(303, `/threads/${event.params.id}`);
    })
};
