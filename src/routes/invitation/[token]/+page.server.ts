import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { acceptanceInput } from '#features/people/people.ts';
import { acceptInvitation } from '#features/people/server/accept-invitation.ts';
import { joinByInvitation } from '#features/people/server/join-by-invitation.ts';
import { readInvitation } from '#features/people/server/read-invitation.ts';
import { form, page } from '../../answer.ts';
import { countryChoices } from '../../organisations/choices.ts';
import { keepSignIn, originOf } from '../../sign-in/keep.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) =>
  page(event, async () => {
    event.setHeaders({ 'cache-control': 'no-store' });
    const { role, email, organisation, mandate, inviter, hasAccount } = await readInvitation(
      event.params.token
    );
    return {
      invitation: { role, email, organisation, mandate, inviter, hasAccount },
      countries: countryChoices(event.locals.locale)
    };
  });

export const actions: Actions = {
  account: (event) =>
    form(event, acceptanceInput, async (input) => {
      const { locale } = event.locals;
      // Without a script the browser's zone is not known, and UTC is not a choice that the person made.
      const timezone = event.cookies.get('palabre_timezone') ? event.locals.timezone : null;
      keepSignIn(
        event,
        await acceptInvitation(
          { ...input, token: event.params.token },
          { ...originOf(event), locale, timezone }
        )
      );
      redirect(303, '/settings');
    }),
  place: (event) =>
    form(event, v.object({}), async () => {
      await joinByInvitation(event.locals.actor, { token: event.params.token });
      redirect(303, '/settings');
    })
};
