import type { Tx } from '#lib/server/db.ts';
import { placePerson } from './place-person.ts';
import type { InvitationView } from './read-invitation.ts';
import { administrators } from './tables.ts';

/** Gives the person what the invitation offers: the house, or a place with a mandate, or nothing but an account. */
export async function placeInvited(
  tx: Tx,
  invitation: InvitationView,
  personId: string,
  title: string | null,
  now: Date
): Promise<void> {
  if (invitation.role === 'administrator')
    await tx
      .insert(administrators)
      .values({ personId, grantedBy: invitation.invitedBy, createdAt: now })
      .onConflictDoNothing();
  if (invitation.organisationId)
    await placePerson(
      tx,
      {
        personId,
        organisationId: invitation.organisationId,
        mandate: invitation.mandate,
        grantedBy: invitation.invitedBy,
        title,
        unit: null
      },
      now
    );
}
