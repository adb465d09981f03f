import { redirect } from '@sveltejs/kit';
import { signOut } from '#features/people/server/sign-out.ts';
import { forgetSignIn } from '../sign-in/keep.ts';
import type { Actions, PageServerLoad } from './$types.js';

/** There is nothing to see: signing out is a form on other pages, never a link that another site could load. */
export const load: PageServerLoad = () => redirect(303, '/');

export const actions: Actions = {
  default: async (event) => {
    if (event.locals.actor.kind === 'member')
      await signOut(event.locals.actor, { everywhere: (await event.request.formData()).has('everywhere') });
    forgetSignIn(event);
    // Drafts that this browser kept go with the person: the next one may be somebody else.
    event.setHeaders({ 'clear-site-data': '"storage"' });
    redirect(303, '/');
  }
};
