import { and, eq } from 'drizzle-orm';
import type * as v from 'valibot';
import type { Actor } from '#features/people/people.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { persons } from '#features/people/server/tables.ts';
import { Refusal } from '#lib/refusal.ts';
import { announce } from '#lib/server/announce.ts';
import { atomic, db } from '#lib/server/db.ts';
import { limit } from '#lib/server/limits.ts';
import type { newSpaceMember } from '../spaces.ts';
import { mayModerate } from './may.ts';
import { readSpace } from './read-space.ts';
import { spaceMembers } from './tables.ts';

/**
 * Adds someone by e-mail address, or gives a member another role. Limited, so that nobody tries out who is here.
 * Refuses not-allowed, invalid `person-unknown`, conflict `last-moderator`.
 */
export async function addMember(
  actor: Actor,
  { spaceId, email, role }: v.InferOutput<typeof newSpaceMember>
): Promise<void> {
  const { personId: addedBy } = mustBeSignedIn(actor);
  const space = await readSpace(actor, { id: spaceId });
  if (!mayModerate(actor, space)) throw new Refusal('not-allowed');
  await limit('add-member', addedBy, 60, 3600);
  const [person] = await db.select({ id: persons.id }).from(persons).where(eq(persons.email, email));
  if (!person) throw new Refusal('invalid', 'person-unknown', 'email');
  await atomic(async (tx) => {
    const moderators = await tx
      .select({ personId: spaceMembers.personId })
      .from(spaceMembers)
      .where(and(eq(spaceMembers.spaceId, spaceId), eq(spaceMembers.role, 'moderator')));
    if (role !== 'moderator' && moderators.length === 1 && moderators[0].personId === person.id)
      throw new Refusal('conflict', 'last-moderator');
    await tx
      .insert(spaceMembers)
      .values({ spaceId, personId: person.id, role, addedBy, createdAt: new Date() })
      .onConflictDoUpdate({ target: [spaceMembers.spaceId, spaceMembers.personId], set: { role, addedBy } });
  });
  announce({ name: 'space.joined', rooms: [], payload: { spaceId, personId: person.id } });
}
