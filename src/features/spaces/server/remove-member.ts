import { and, eq } from 'drizzle-orm';
import type * as v from 'valibot';
import type { Actor } from '#features/people/people.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { Refusal } from '#lib/refusal.ts';
import { announce } from '#lib/server/announce.ts';
import { atomic } from '#lib/server/db.ts';
import type { spaceMemberRemoval } from '../spaces.ts';
import { mayModerate } from './may.ts';
import { readSpace } from './read-space.ts';
import { spaceMembers } from './tables.ts';

/**
 * Ends someone's membership: their own (they leave) or, for who moderates, another's. The sockets hear `space.left`
 * and take them out of every room that they may no longer read. The last moderator cannot go.
 */
export async function removeMember(
  actor: Actor,
  { spaceId, personId }: v.InferOutput<typeof spaceMemberRemoval>
): Promise<void> {
  const member = mustBeSignedIn(actor);
  const space = await readSpace(actor, { id: spaceId });
  if (member.personId !== personId && !mayModerate(actor, space)) throw new Refusal('not-allowed');
  await atomic(async (tx) => {
    const moderators = await tx
      .select({ personId: spaceMembers.personId })
      .from(spaceMembers)
      .where(and(eq(spaceMembers.spaceId, spaceId), eq(spaceMembers.role, 'moderator')));
    if (moderators.length === 1 && moderators[0].personId === personId)
      throw new Refusal('conflict', 'last-moderator');
    await tx
      .delete(spaceMembers)
      .where(and(eq(spaceMembers.spaceId, spaceId), eq(spaceMembers.personId, personId)));
  });
  announce({ name: 'space.left', rooms: [], payload: { spaceId, personId } });
}
