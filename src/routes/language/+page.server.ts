import { redirect } from '@sveltejs/kit';
import { settings } from '#lib/server/env.ts';
import { localPath } from '#lib/local-path.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = () => redirect(303, '/');

export const actions: Actions = {
  /** Keeps the reader's language in a cookie that scripts may read, and goes back to where they were. */
  default: async ({ request, cookies, locals }) => {
    const form = await request.formData();
    const wanted = String(form.get('locale'));
    if (settings().locales.includes(wanted))
      cookies.set('palabre_locale', wanted, {
        path: '/',
        maxAge: 31_536_000,
        sameSite: 'lax',
        httpOnly: false,
        secure: locals.secure
      });
    redirect(303, localPath(form.get('to')));
  }
};
