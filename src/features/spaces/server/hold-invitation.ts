import { eq, sql } from 'drizzle-orm';
import type { Member } from '#features/people/people.ts';
import { readCapacities } from '#features/people/server/read-capacities.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Tx } from '#lib/server/db.ts';
import { stateOf, type SpaceRole } from '../spaces.ts';
import { readAddressee, rightOf } from './read-addressee.ts';
import { ownPlace } from './read-standing.ts';
import { spaceInvitations, spaceMembers, spaces } from './tables.ts';

export interface HeldInvitation {
  invitation: typeof spaceInvitations.$inferSelect;
  space: { id: string; slug: string; archivedAt: Date | null; role: SpaceRole | null };
  /** The organisation by whose mandate they use it; null: it is to themselves. */
  through: string | null;
}

/**
 * An invitation that someone is about to answer, its space taken. Mandates are read again: one that ended a second ago no
 * longer counts. For whom it is not meant there is none (not-found); one that ended is refused with `invitation-ended`.
 */
export async function holdInvitation(tx: Tx, member: Member, id: string, now: Date): Promise<HeldInvitation> {
  const [found] = await tx.select().from(spaceInvitations).where(eq(spaceInvitations.id, id));
  if (!found) throw new Refusal('not-found');
  await tx
    .update(spaces)
    .set({ seq: sql`${spaces.seq}` })
    .where(eq(spaces.id, found.spaceId));
  const actor = { ...member, capacities: await readCapacities(member.personId, now, tx) };
  const [row] = await tx
    .select({
      invitation: spaceInvitations,
      space: { id: spaces.id, slug: spaces.slug, archivedAt: spaces.archivedAt, role: spaceMembers.role }
    })
    .from(spaceInvitations)
    .innerJoin(spaces, eq(spaces.id, spaceInvitations.spaceId))
    .leftJoin(spaceMembers, ownPlace(actor))
    .where(eq(spaceInvitations.id, id));
  const right = rightOf(row.invitation, await readAddressee(actor, tx));
  if (!right) throw new Refusal('not-found');
  const state = stateOf(row.invitation, now);
  if ((state !== 'waiting' && state !== 'accepted') || row.space.archivedAt)
    throw new Refusal('conflict', 'invitation-ended');
  return { ...row, ...right };
}
