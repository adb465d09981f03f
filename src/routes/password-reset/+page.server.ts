import { resetRequest } from '#features/people/people.ts';
import { requestPasswordReset } from '#features/people/server/request-password-reset.ts';
import { form } from '../answer.ts';
import type { Actions } from './$types.js';

export const actions: Actions = {
  default: (event) =>
    form(event, resetRequest, async (input) => {
      await requestPasswordReset(input, { address: event.getClientAddress(), locale: event.locals.locale });
      return { sent: true };
    })
};
