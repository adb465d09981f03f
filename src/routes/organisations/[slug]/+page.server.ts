import { affiliationEnd, invitationInput, mandateInput } from '#features/people/people.ts';
import { endAffiliation } from '#features/people/server/end-affiliation.ts';
import { grantMandate } from '#features/people/server/grant-mandate.ts';
import { invitePerson } from '#features/people/server/invite-person.ts';
import { readOrganisation } from '#features/people/server/read-organisation.ts';
import { form, page } from '../../answer.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) =>
  page(event, async () => ({
    organisation: await readOrganisation(event.locals.actor, { slug: event.params.slug })
  }));

export const actions: Actions = {
  invitation: (event) =>
    form(event, invitationInput, async (input) => {
      await invitePerson(event.locals.actor, { ...input, administrator: undefined }, event.locals.locale);
      return { done: 'invited' as const };
    }),
  mandate: (event) =>
    form(event, mandateInput, async (input) => {
      await grantMandate(event.locals.actor, input);
      return { done: 'granted' as const };
    }),
  affiliation: (event) =>
    form(event, affiliationEnd, async (input) => {
      await endAffiliation(event.locals.actor, input);
      return { done: 'ended' as const };
    })
};
