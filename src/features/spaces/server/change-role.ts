import { and, eq } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { Refusal } from '#lib/refusal.ts';
import { announce } from '#lib/server/announce.ts';
import { atomic } from '#lib/server/db.ts';
import { events, type SpaceMoved, type SpaceRole } from '../spaces.ts';
import { appendFact, placeOf } from './append-fact.ts';
import { holdSpace, mustKeepModerator } from './hold-space.ts';
import { mayModerate } from './may.ts';
import { spaceMembers } from './tables.ts';

/**
 * Gives who is in a space another role. A moderator may lay down the role, unless they are the last one. Refuses
 * not-allowed, not-found (nobody there), conflict `last-moderator` or `space-archived`.
 */
export async function changeRole(
  actor: Actor,
  { spaceId, personId, role }: { spaceId: string; personId: string; role: SpaceRole }
): Promise<void> {
  const member = mustBeSignedIn(actor);
  const place = and(eq(spaceMembers.spaceId, spaceId), eq(spaceMembers.personId, personId));
  const changed = await atomic(async (tx) => {
    if (!mayModerate(actor, await holdSpace(tx, actor, spaceId))) throw new Refusal('not-allowed');
    const [there] = await tx.select({ role: spaceMembers.role }).from(spaceMembers).where(place);
    if (!there) throw new Refusal('not-found');
    if (there.role === role) return false;
    if (there.role === 'moderator') await mustKeepModerator(tx, spaceId, personId);
    await tx.update(spaceMembers).set({ role }).where(place);
    await appendFact(tx, member, events.roleChanged, spaceId, {
      object: placeOf(personId),
      detail: { from: there.role, to: role }
    });
    return true;
  });
  if (changed) announce<SpaceMoved>({ name: events.roleChanged, rooms: [], payload: { spaceId, personId } });
}
