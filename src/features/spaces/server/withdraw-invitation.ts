import { and, eq, isNull } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { Refusal } from '#lib/refusal.ts';
import { announce } from '#lib/server/announce.ts';
import { atomic, db } from '#lib/server/db.ts';
import { events } from '../spaces.ts';
import { appendFact } from './append-fact.ts';
import { holdSpace } from './hold-space.ts';
import { mayModerate } from './may.ts';
import { spaceInvitations } from './tables.ts';

/**
 * Takes an invitation back; of an organisation or a country that accepted, closes the door: who came in stays, and nobody
 * follows. For who does not moderate the space there is no such invitation.
 */
export async function withdrawInvitation(
  actor: Actor,
  { invitationId }: { invitationId: string },
  now = new Date()
): Promise<void> {
  const member = mustBeSignedIn(actor);
  const [found] = await db
    .select({ spaceId: spaceInvitations.spaceId })
    .from(spaceInvitations)
    .where(eq(spaceInvitations.id, invitationId));
  if (!found) throw new Refusal('not-found');
  const { spaceId } = found;
  const withdrawn = await atomic(async (tx) => {
    if (!mayModerate(actor, await holdSpace(tx, actor, spaceId, true))) throw new Refusal('not-found');
    const rows = await tx
      .update(spaceInvitations)
      .set({ withdrawnAt: now, withdrawnBy: member.personId })
      .where(
        and(
          eq(spaceInvitations.id, invitationId),
          isNull(spaceInvitations.withdrawnAt),
          isNull(spaceInvitations.declinedAt)
        )
      )
      .returning({ id: spaceInvitations.id });
    if (rows.length === 0) return false;
    await appendFact(tx, member, events.invitationWithdrawn, spaceId, {
      object: { kind: 'invitation', id: invitationId }
    });
    return true;
  });
  if (withdrawn)
    announce({ name: events.invitationWithdrawn, rooms: [], payload: { spaceId, invitationId } });
}
