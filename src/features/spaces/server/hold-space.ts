import { and, eq, sql } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Tx } from '#lib/server/db.ts';
import type { SpaceView } from '../spaces.ts';
import { readSpace } from './read-space.ts';
import { spaceMembers, spaces } from './tables.ts';

/**
 * The space as `actor` sees it, its row taken until the transaction ends: what changes a space or its people comes one
 * after another on both databases. Refuses not-found, and conflict `space-archived` unless `evenArchived`.
 */
export async function holdSpace(
  tx: Tx,
  actor: Actor,
  spaceId: string,
  evenArchived = false
): Promise<SpaceView> {
  await tx
    .update(spaces)
    .set({ seq: sql`${spaces.seq}` })
    .where(eq(spaces.id, spaceId));
  const space = await readSpace(actor, { id: spaceId }, tx);
  if (space.archivedAt && !evenArchived) throw new Refusal('conflict', 'space-archived');
  return space;
}

/** Refuses conflict `last-moderator` when the space would be left without one. Ask it with the space held. */
export async function mustKeepModerator(tx: Tx, spaceId: string, leaving: string): Promise<void> {
  const moderators = await tx
    .select({ personId: spaceMembers.personId })
    .from(spaceMembers)
    .where(and(eq(spaceMembers.spaceId, spaceId), eq(spaceMembers.role, 'moderator')));
  if (moderators.length === 1 && moderators[0].personId === leaving)
    throw new Refusal('conflict', 'last-moderator');
}
