import { redirect } from '@sveltejs/kit';
import { endedGrant, newGrant } from '#features/briefs/briefs.ts';
import { grantRole } from '#features/briefs/server/grant-role.ts';
import { listGrants } from '#features/briefs/server/list-grants.ts';
import { revokeRole } from '#features/briefs/server/revoke-role.ts';
import { listOrganisations } from '#features/people/server/list-organisations.ts';
import { form, page } from '../../../answer.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) =>
  page(event, async () => {
    const { actor, locale } = event.locals;
    const { brief, grants } = await listGrants(actor, event.params.id);
    const organisations = (await listOrganisations({}, locale)).map(({ id, names }) => ({ id, names }));
    return { brief, grants, organisations };
  });

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
