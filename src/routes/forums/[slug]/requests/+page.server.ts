import { redirect } from '@sveltejs/kit';
import { declineForm, requestForm } from '#features/spaces/inputs.ts';
import { decideRequest } from '#features/spaces/server/decide-request.ts';
import { listRequests } from '#features/spaces/server/list-requests.ts';
import { form, page } from '../../../answer.ts';
import { readHead } from '../../head.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) =>
  page(event, async () => {
    const head = await readHead(event.locals.actor, event.params.slug);
    return { ...head, requests: await listRequests(event.locals.actor, head.space.id) };
  });

export const actions: Actions = {
  admission: (event) =>
    form(event, requestForm, async ({ requestId }) => {
      await decideRequest(event.locals.actor, { requestId, outcome: 'accepted' });
      redirect(303, `/forums/${event.params.slug}/requests`);
    }),
  refusal: (event) =>
    form(event, declineForm, async (input) => {
      await decideRequest(event.locals.actor, { ...input, outcome: 'declined' });
      redirect(303, `/forums/${event.params.slug}/requests`);
    })
};
