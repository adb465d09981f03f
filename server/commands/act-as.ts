import { asc, eq } from 'drizzle-orm';
import type { Member } from '#features/people/people.ts';
import { readCapacities } from '#features/people/server/read-capacities.ts';
import { administrators, persons } from '#features/people/server/tables.ts';
import { db } from '#lib/server/db.ts';

/**
 * Someone as an actor without a sign-in, for what runs on the server itself: whoever can run a command on it can read
 * its database anyway. undefined when there is no such person.
 */
export async function actAs(personId: string): Promise<Member | undefined> {
  const [person] = await db
    .select({ name: persons.name, country: persons.country, administrator: administrators.personId })
    .from(persons)
    .leftJoin(administrators, eq(administrators.personId, persons.id))
    .where(eq(persons.id, personId));
  if (!person) return undefined;
  const capacities = await readCapacities(personId);
  return {
    kind: 'member',
    personId,
    signInId: 'command',
    name: person.name,
    country: person.country,
    administrator: person.administrator !== null,
    actingAs: capacities[0]?.value ?? 'personal',
    capacities
  };
}

/** The administrator of longest standing: in whose name commands act. */
export async function firstAdministrator(): Promise<Member | undefined> {
  const [first] = await db
    .select({ id: administrators.personId })
    .from(administrators)
    .orderBy(asc(administrators.createdAt))
    .limit(1);
  return first && actAs(first.id);
}
