import { eq } from 'drizzle-orm';
import { Refusal } from '#lib/refusal.ts';
import { announce } from '#lib/server/announce.ts';
import { atomic } from '#lib/server/db.ts';
import { events, type Actor } from '../people.ts';
import { useUp } from './accept-invitation.ts';
import { placeInvited } from './place-invited.ts';
import { mustBeSignedIn } from './read-act.ts';
import { readInvitation } from './read-invitation.ts';
import { persons } from './tables.ts';

/** Someone who has an account takes what the invitation offers. Only the person it was sent to may. */
export async function joinByInvitation(actor: Actor, input: { token: string }): Promise<void> {
  const member = mustBeSignedIn(actor);
  const now = new Date();
  const organisationId = await atomic(async (tx) => {
    const invitation = await readInvitation(input.token, now, tx);
    const [person] = await tx
      .select({ email: persons.email })
      .from(persons)
      .where(eq(persons.id, member.personId));
    if (invitation.email !== null && invitation.email !== person?.email)
      throw new Refusal('not-allowed', 'invitation-for-another');
    await useUp(tx, invitation.tokenHash, member.personId, now);
    await placeInvited(tx, invitation, member.personId, null, now);
    return invitation.organisationId;
  });
  announce({
    name: events.mandateGranted,
    rooms: [],
    payload: { personId: member.personId, organisationId }
  });
}
