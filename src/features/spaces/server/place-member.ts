import { and, eq } from 'drizzle-orm';
import { Refusal } from '#lib/refusal.ts';
import type { Tx } from '#lib/server/db.ts';
import type { SpaceRole } from '../spaces.ts';
import { readCurrentText } from './read-current-text.ts';
import { spaceMembers, spaceRemovals } from './tables.ts';

/** Gives someone a place in a space, or changes the one they have. */
export async function placeMember(
  tx: Tx,
  place: {
    spaceId: string;
    personId: string;
    role: SpaceRole;
    addedBy: string;
    through?: string | null;
    rulesAccepted?: number | null;
  }
): Promise<void> {
  const { role, addedBy, through = null, rulesAccepted = null } = place;
  await tx
    .insert(spaceMembers)
    .values({ ...place, through, rulesAccepted, createdAt: new Date() })
    .onConflictDoUpdate({
      target: [spaceMembers.spaceId, spaceMembers.personId],
      set: { role, addedBy, through, rulesAccepted }
    });
  await tx
    .delete(spaceRemovals)
    .where(and(eq(spaceRemovals.spaceId, place.spaceId), eq(spaceRemovals.personId, place.personId)));
}

/** The number of the house rules that stand, once they were accepted: null where there are none. Refuses `rules-not-accepted`. */
export async function mustAcceptRules(
  tx: Tx,
  spaceId: string,
  accepted: number | undefined
): Promise<number | null> {
  const rules = await readCurrentText(spaceId, 'rules', tx);
  if (!rules) return null;
  if (accepted !== rules.number) throw new Refusal('invalid', 'rules-not-accepted', 'rules');
  return rules.number;
}

/** Whether a moderator ended this person's place: then only a moderator lets them in again. */
export async function wasRemoved(tx: Tx, spaceId: string, personId: string): Promise<boolean> {
  const rows = await tx
    .select({ at: spaceRemovals.createdAt })
    .from(spaceRemovals)
    .where(and(eq(spaceRemovals.spaceId, spaceId), eq(spaceRemovals.personId, personId)));
  return rows.length > 0;
}
