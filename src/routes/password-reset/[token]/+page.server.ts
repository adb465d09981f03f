import { redirect } from '@sveltejs/kit';
import { newPassword } from '#features/people/people.ts';
import { readPasswordReset } from '#features/people/server/read-password-reset.ts';
import { resetPassword } from '#features/people/server/reset-password.ts';
import { form, page } from '../../answer.ts';
import { forgetSignIn } from '../../sign-in/keep.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) =>
  page(event, async () => {
    event.setHeaders({ 'cache-control': 'no-store' });
    await readPasswordReset(event.params.token);
  });

export const actions: Actions = {
  default: (event) =>
    form(event, newPassword, async ({ password }) => {
      await resetPassword({ token: event.params.token, password });
      forgetSignIn(event);
      redirect(303, '/sign-in?password-set');
    })
};
