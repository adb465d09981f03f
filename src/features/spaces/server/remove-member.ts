import { and, eq } from 'drizzle-orm';
import type * as v from 'valibot';
import type { Actor } from '#features/people/people.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { Refusal } from '#lib/refusal.ts';
import { announce } from '#lib/server/announce.ts';
import { atomic } from '#lib/server/db.ts';
import type { spaceMemberRemoval } from '../inputs.ts';
import { events, type SpaceMoved } from '../spaces.ts';
import { appendFact, placeOf } from './append-fact.ts';
import { holdSpace, mustKeepModerator } from './hold-space.ts';
import { mayModerate } from './may.ts';
import { spaceMembers, spaceRemovals } from './tables.ts';

/**
 * Ends someone's place: their own (they leave, also what is archived) or, for who moderates, another's, who then comes
 * back by a moderator's will only. The sockets hear `space.left` and take them out of every room that they may no longer
 * read. The last moderator cannot go.
 */
export async function removeMember(
  actor: Actor,
  { spaceId, personId }: v.InferOutput<typeof spaceMemberRemoval>
): Promise<void> {
  const member = mustBeSignedIn(actor);
  const own = member.personId === personId;
  const gone = await atomic(async (tx) => {
    const space = await holdSpace(tx, actor, spaceId, own);
    if (!own && !mayModerate(actor, space)) throw new Refusal('not-allowed');
    await mustKeepModerator(tx, spaceId, personId);
    const [ended] = await tx
      .delete(spaceMembers)
      .where(and(eq(spaceMembers.spaceId, spaceId), eq(spaceMembers.personId, personId)))
      .returning({ role: spaceMembers.role });
    if (!ended) return false;
    if (!own)
      await tx
        .insert(spaceRemovals)
        .values({ spaceId, personId, removedBy: member.personId, createdAt: new Date() })
        .onConflictDoNothing();
    await appendFact(tx, member, events.left, spaceId, {
      object: placeOf(personId),
      detail: { role: ended.role, removed: !own }
    });
    return true;
  });
  if (gone) announce<SpaceMoved>({ name: events.left, rooms: [], payload: { spaceId, personId } });
}
