import { redirect } from '@sveltejs/kit';
import { invitationAnswer } from '#features/spaces/inputs.ts';
import { declineInvitation } from '#features/spaces/server/decline-invitation.ts';
import { enterByInvitation } from '#features/spaces/server/enter-by-invitation.ts';
import { listOwnInvitations } from '#features/spaces/server/list-own-invitations.ts';
import { form, page } from '../answer.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) =>
  page(event, async () => {
    if (event.locals.actor.kind === 'guest') redirect(303, '/sign-in?to=/invitations');
    return { invitations: await listOwnInvitations(event.locals.actor, event.locals.locale) };
  });

export const actions: Actions = {
  acceptance: (event) =>
    form(event, invitationAnswer, async (input) => {
      const { slug } = await enterByInvitation(event.locals.actor, input);
      redirect(303, `/forums/${slug}`);
    }),
  refusal: (event) =>
    form(event, invitationAnswer, async (input) => {
      await declineInvitation(event.locals.actor, input);
      redirect(303, '/invitations');
    })
};
