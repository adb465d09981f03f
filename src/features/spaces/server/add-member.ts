import { and, eq } from 'drizzle-orm';
import type * as v from 'valibot';
import type { Actor } from '#features/people/people.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { persons } from '#features/people/server/tables.ts';
import { Refusal } from '#lib/refusal.ts';
import { announce } from '#lib/server/announce.ts';
import { atomic, db } from '#lib/server/db.ts';
import { limit } from '#lib/server/limits.ts';
import type { newSpaceMember } from '../inputs.ts';
import { events, type SpaceMoved } from '../spaces.ts';
import { appendFact, placeOf } from './append-fact.ts';
import { changeRole } from './change-role.ts';
import { holdSpace } from './hold-space.ts';
import { mayModerate } from './may.ts';
import { placeMember } from './place-member.ts';
import { readSpace } from './read-space.ts';
import { spaceMembers } from './tables.ts';

/**
 * Lets someone in by e-mail address, or gives who is in another role. Limited, so that nobody tries out who is here.
 * Refuses not-allowed, invalid `person-unknown`, conflict `last-moderator` or `space-archived`.
 */
export async function addMember(
  actor: Actor,
  { spaceId, email, role }: v.InferOutput<typeof newSpaceMember>
): Promise<void> {
  const member = mustBeSignedIn(actor);
  if (!mayModerate(actor, await readSpace(actor, { id: spaceId }))) throw new Refusal('not-allowed');
  await limit('add-member', member.personId, 60, 3600);
  const [person] = await db.select({ id: persons.id }).from(persons).where(eq(persons.email, email));
  if (!person) throw new Refusal('invalid', 'person-unknown', 'email');
  const isNew = await atomic(async (tx) => {
    if (!mayModerate(actor, await holdSpace(tx, actor, spaceId))) throw new Refusal('not-allowed');
    const [there] = await tx
      .select({ role: spaceMembers.role })
      .from(spaceMembers)
      .where(and(eq(spaceMembers.spaceId, spaceId), eq(spaceMembers.personId, person.id)));
    if (there) return false;
    await placeMember(tx, { spaceId, personId: person.id, role, addedBy: member.personId });
    await appendFact(tx, member, events.joined, spaceId, { object: placeOf(person.id), detail: { role } });
    return true;
  });
  if (!isNew) return changeRole(actor, { spaceId, personId: person.id, role });
  announce<SpaceMoved>({ name: events.joined, rooms: [], payload: { spaceId, personId: person.id } });
}
