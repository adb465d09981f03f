import { redirect } from '@sveltejs/kit';
import { resetRequest } from '#features/people/people.ts';
import { requestRegistration } from '#features/people/server/request-registration.ts';
import { settings } from '#lib/server/env.ts';
import { form } from '../answer.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = ({ locals }) => {
  if (locals.actor.kind === 'member') redirect(303, '/');
  return { open: settings().registration === 'open' };
};

export const actions: Actions = {
  default: (event) =>
    form(event, resetRequest, async (input) => {
      await requestRegistration(input, { address: event.getClientAddress(), locale: event.locals.locale });
      return { sent: true };
    })
};
