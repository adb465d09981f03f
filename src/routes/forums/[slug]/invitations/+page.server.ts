import { redirect } from '@sveltejs/kit';
import { invitePerson } from '#features/people/server/invite-person.ts';
import { listOrganisations } from '#features/people/server/list-organisations.ts';
import { invitationAnswer, invitationForm } from '#features/spaces/inputs.ts';
import { inviteToSpace } from '#features/spaces/server/invite-to-space.ts';
import { listInvitations } from '#features/spaces/server/list-invitations.ts';
import { readSpace } from '#features/spaces/server/read-space.ts';
import { withdrawInvitation } from '#features/spaces/server/withdraw-invitation.ts';
import { form, page } from '../../../answer.ts';
import { countryChoices } from '../../../organisations/choices.ts';
import { readHead } from '../../head.ts';
import type { Actions, PageServerLoad } from './$types.js';

const everywhere = { kind: undefined, country: undefined, region: undefined, q: undefined };

export const load: PageServerLoad = (event) =>
  page(event, async () => {
    const { actor, locale } = event.locals;
    const head = await readHead(actor, event.params.slug);
    return {
      ...head,
      invitations: await listInvitations(actor, head.space.id),
      organisations: (await listOrganisations(everywhere, locale)).map(({ id, names }) => ({ id, names })),
      countries: countryChoices(locale)
    };
  });

export const actions: Actions = {
  invitation: (event) =>
    form(event, invitationForm, async (input) => {
      const { actor, locale } = event.locals;
      const { id, slug } = await readSpace(actor, { slug: event.params.slug });
      const { isNew } = await inviteToSpace(actor, id, input);
      // Somebody who is not here yet needs an account first: the house invites them, the space waits for them.
      if (isNew && input.kind === 'person')
        await invitePerson(actor, { email: input.email, mandate: 'none', administrator: undefined }, locale);
      redirect(303, `/forums/${slug}/invitations`);
    }),
  withdrawal: (event) =>
    form(event, invitationAnswer, async ({ invitationId }) => {
      await withdrawInvitation(event.locals.actor, { invitationId });
      redirect(303, `/forums/${event.params.slug}/invitations`);
    })
};
