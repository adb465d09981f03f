import { redirect } from '@sveltejs/kit';
import { headChoice } from '#features/attendance/delegations.ts';
import { listDelegations } from '#features/attendance/server/list-delegations.ts';
import { nameHead } from '#features/attendance/server/name-head.ts';
import { form, page } from '../../../answer.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) =>
  page(event, () => listDelegations(event.locals.actor, event.params.id));

export const actions: Actions = {
  head: (event) =>
    form(event, headChoice, async (input) => {
      await nameHead(event.locals.actor, input);
      redirect(303, `/sessions/${event.params.id}/delegations`);
    })
};
