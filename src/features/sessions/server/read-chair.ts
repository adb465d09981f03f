import { and, eq, ne } from 'drizzle-orm';
import type { Act } from '#features/people/people.ts';
import { readAct } from '#features/people/server/read-act.ts';
import { readCapacities } from '#features/people/server/read-capacities.ts';
import { persons } from '#features/people/server/tables.ts';
import { spaceMembers } from '#features/spaces/server/tables.ts';
import { Refusal } from '#lib/refusal.ts';
import { db, type Tx } from '#lib/server/db.ts';

/** People of a forum whom one may ask to chair its session: all but observers. */
export async function listChairs(spaceId: string): Promise<{ id: string; name: string }[]> {
  return db
    .select({ id: persons.id, name: persons.name })
    .from(spaceMembers)
    .innerJoin(persons, eq(persons.id, spaceMembers.personId))
    .where(and(eq(spaceMembers.spaceId, spaceId), ne(spaceMembers.role, 'observer')))
    .orderBy(persons.name);
}

/**
 * A chair named by somebody else: in their strongest capacity, until they open the session and say in which one.
 * Refuses `chair-unknown` for people who do not belong to the forum.
 */
export async function readChair(personId: string, spaceId: string, tx: Tx): Promise<Act> {
  const [person] = await tx
    .select({ name: persons.name, country: persons.country })
    .from(spaceMembers)
    .innerJoin(persons, eq(persons.id, spaceMembers.personId))
    .where(
      and(
        eq(spaceMembers.spaceId, spaceId),
        eq(spaceMembers.personId, personId),
        ne(spaceMembers.role, 'observer')
      )
    );
  if (!person) throw new Refusal('invalid', 'chair-unknown', 'chair');
  const capacities = await readCapacities(personId, new Date(), tx);
  const actingAs = capacities[0]?.value ?? 'personal';
  const chair = {
    kind: 'member' as const,
    personId,
    signInId: '',
    administrator: false,
    actingAs,
    capacities,
    ...person
  };
  return readAct(chair, actingAs, 'speak', tx);
}
