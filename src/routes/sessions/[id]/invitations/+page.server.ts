import { redirect } from '@sveltejs/kit';
import {
  invitationChoice,
  newInvitation,
  personChoice,
  refusedRegistration
} from '#features/registration/inputs.ts';
import {
  approveRegistration,
  refuseRegistration
} from '#features/registration/server/decide-registration.ts';
import { inviteToSession } from '#features/registration/server/invite-to-session.ts';
import { listInvitable } from '#features/registration/server/list-invitable.ts';
import { readRegistrations } from '#features/registration/server/read-registrations.ts';
import { withdrawInvitation } from '#features/registration/server/withdraw-invitation.ts';
import { readSession } from '#features/sessions/server/read-session.ts';
import { memberStates } from '#lib/vocab/countries.ts';
import { page } from '../../../answer.ts';
import { acts } from '../acts.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) =>
  page(event, async () => {
    const { actor } = event.locals;
    const { id } = event.params;
    const { session } = await readSession(actor, id);
    if (actor.kind === 'guest')
      redirect(303, `/sign-in?to=${encodeURIComponent(`/sessions/${id}/invitations`)}`);
    return {
      ...(await readRegistrations(actor, id)),
      ...(await listInvitable(session.space.id)),
      countries: memberStates.map(({ alpha2 }) => alpha2)
    };
  });

export const actions: Actions = {
  invitation: acts(newInvitation, inviteToSession),
  invitation_withdrawal: acts(invitationChoice, withdrawInvitation),
  approval: acts(personChoice, approveRegistration),
  refusal: acts(refusedRegistration, refuseRegistration)
};
