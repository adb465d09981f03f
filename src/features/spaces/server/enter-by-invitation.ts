import { eq } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { Refusal } from '#lib/refusal.ts';
import { announce } from '#lib/server/announce.ts';
import { atomic } from '#lib/server/db.ts';
import { events, type SpaceMoved } from '../spaces.ts';
import { appendFact, placeOf } from './append-fact.ts';
import { mustAcceptRules, placeMember, wasRemoved } from './place-member.ts';
import { holdInvitation } from './hold-invitation.ts';
import { spaceInvitations } from './tables.ts';

/**
 * Comes in by an invitation, accepting it if nobody did before: a person's, their organisation's, their country's. The
 * place that one has through an organisation ends with the mandate. Whom a moderator removed comes back by a new invitation
 * of their own only. Refuses not-found (none of theirs), conflict `invitation-ended`, not-allowed `removed-before`.
 */
export async function enterByInvitation(
  actor: Actor,
  { invitationId, rules }: { invitationId: string; rules?: number },
  now = new Date()
): Promise<{ slug: string }> {
  const member = mustBeSignedIn(actor);
  const { personId } = member;
  const { spaceId, slug, joined } = await atomic(async (tx) => {
    const { invitation, space, through } = await holdInvitation(tx, member, invitationId, now);
    const { id: spaceId, slug } = space;
    if (invitation.kind !== 'person' && (await wasRemoved(tx, spaceId, personId)))
      throw new Refusal('not-allowed', 'removed-before');
    const rulesAccepted = await mustAcceptRules(tx, spaceId, rules);
    if (!invitation.acceptedAt)
      await tx
        .update(spaceInvitations)
        .set({ acceptedAt: now, acceptedBy: personId, acceptedFor: through })
        .where(eq(spaceInvitations.id, invitation.id));
    if (!space.role)
      await placeMember(tx, {
        spaceId,
        personId,
        role: invitation.role,
        addedBy: invitation.invitedBy,
        through,
        rulesAccepted
      });
    await appendFact(tx, member, invitation.acceptedAt ? events.joined : events.invitationAccepted, spaceId, {
      object: placeOf(personId),
      detail: { invitation: invitation.id, through, role: invitation.role, rules: rulesAccepted }
    });
    return { spaceId, slug, joined: !space.role };
  });
  const payload = { spaceId, personId };
  announce<SpaceMoved>({ name: events.invitationAccepted, rooms: [], payload });
  if (joined) announce<SpaceMoved>({ name: events.joined, rooms: [], payload });
  return { slug };
}
