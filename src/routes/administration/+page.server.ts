import * as v from 'valibot';
import { invitationInput, mandateInput, organisationInput } from '#features/people/people.ts';
import { addOrganisation } from '#features/people/server/add-organisation.ts';
import { grantMandate } from '#features/people/server/grant-mandate.ts';
import { invitePerson } from '#features/people/server/invite-person.ts';
import { listInvitations } from '#features/people/server/list-invitations.ts';
import { listOrganisations } from '#features/people/server/list-organisations.ts';
import { listPersons } from '#features/people/server/list-persons.ts';
import { withdrawInvitation } from '#features/people/server/withdraw-invitation.ts';
import { form, page } from '../answer.ts';
import { countryChoices } from '../organisations/choices.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) =>
  page(event, async () => {
    const { actor, locale } = event.locals;
    const persons = await listPersons(actor);
    const all = { kind: undefined, country: undefined, region: undefined, q: undefined };
    return {
      persons,
      invitations: await listInvitations(actor),
      organisations: await listOrganisations(all, locale),
      countries: countryChoices(locale)
    };
  });

export const actions: Actions = {
  invitation: (event) =>
    form(event, invitationInput, async (input) => {
      await invitePerson(event.locals.actor, input, event.locals.locale);
      return { done: 'invited' as const };
    }),
  withdrawal: (event) =>
    form(event, v.object({ id: v.pipe(v.string(), v.maxLength(64)) }), async (input) => {
      await withdrawInvitation(event.locals.actor, input);
      return { done: 'withdrawn' as const };
    }),
  organisation: (event) =>
    form(event, organisationInput, async (input) => {
      await addOrganisation(event.locals.actor, input);
      return { done: 'added' as const };
    }),
  mandate: (event) =>
    form(event, mandateInput, async (input) => {
      await grantMandate(event.locals.actor, input);
      return { done: 'granted' as const };
    })
};
