import { eq } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { Refusal } from '#lib/refusal.ts';
import { announce } from '#lib/server/announce.ts';
import { atomic } from '#lib/server/db.ts';
import { events, type SpaceMoved } from '../spaces.ts';
import { appendFact } from './append-fact.ts';
import { holdInvitation } from './hold-invitation.ts';
import { spaceInvitations } from './tables.ts';

/** Says no to an invitation that waits, for oneself or for whom one may act. Refuses not-found, conflict `invitation-ended`. */
export async function declineInvitation(
  actor: Actor,
  { invitationId }: { invitationId: string },
  now = new Date()
): Promise<void> {
  const member = mustBeSignedIn(actor);
  const spaceId = await atomic(async (tx) => {
    const { invitation, space, through } = await holdInvitation(tx, member, invitationId, now);
    if (invitation.acceptedAt) throw new Refusal('conflict', 'invitation-ended');
    await tx
      .update(spaceInvitations)
      .set({ declinedAt: now, declinedBy: member.personId })
      .where(eq(spaceInvitations.id, invitation.id));
    await appendFact(tx, member, events.invitationDeclined, space.id, {
      object: { kind: 'invitation', id: invitation.id },
      detail: { through }
    });
    return space.id;
  });
  announce<SpaceMoved>({
    name: events.invitationDeclined,
    rooms: [],
    payload: { spaceId, personId: member.personId }
  });
}
