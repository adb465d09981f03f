import { redirect } from '@sveltejs/kit';
import { endedGrant, newGrant } from '#features/briefs/briefs.ts';
import { grantRole } from '#features/briefs/server/grant-role.ts';
import { listGrants } from '#features/briefs/server/list-grants.ts';
import { revokeRole } from '#features/briefs/server/revoke-role.ts';
import { organisationChoices } from '../../../organisations/choices.ts';
import { form, page } from '../../../answer.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) =>
  page(event, async () => ({ ...(await listGrants(event.locals.actor, event.params.id)), organisations: await organisationChoices() }));

export const actions: Actions = {
  grant: (event) =>
    form(event, newGrant, async (input) => {
      await grantRole(event.locals.actor, event.params.id, input);
      redirect(303, event.url.pathname);
    }),
  end: (event) =>
    form(event, endedGrant, async (input) => {
      await revokeRole(event.locals.actor, event.params.id, input);
      redirect(303, event.url.pathname);
    })
};
