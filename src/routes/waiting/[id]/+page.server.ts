import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { pendingDecision, pendingEdit, pendingReturn } from '#features/forum/inputs.ts';
import { clearPost } from '#features/forum/server/clear-post.ts';
import { readPending } from '#features/forum/server/read-pending.ts';
import { recallPost } from '#features/forum/server/recall-post.ts';
import { resendPost } from '#features/forum/server/resend-post.ts';
import { returnPost } from '#features/forum/server/return-post.ts';
import { form, page } from '../../answer.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) =>
  page(event, async () => ({ pending: await readPending(event.locals.actor, event.params.id) }));

export const actions: Actions = {
  clearance: (event) =>
    form(event, pendingDecision, async (input) => {
      await clearPost(event.locals.actor, { ...input, id: event.params.id });
      redirect(303, '/clearance?done=clear');
    }),
  return: (event) =>
    form(event, pendingReturn, async (input) => {
      await returnPost(event.locals.actor, { ...input, id: event.params.id });
      redirect(303, '/clearance?done=return');
    }),
  text: (event) =>
    form(event, v.omit(pendingEdit, ['id']), async (input) => {
      await resendPost(event.locals.actor, { ...input, id: event.params.id });
      redirect(303, '/waiting');
    }),
  recall: (event) =>
    form(event, v.object({}), async () => {
      await recallPost(event.locals.actor, { id: event.params.id });
      redirect(303, '/waiting');
    })
};
