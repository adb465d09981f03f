import { and, eq, gt } from 'drizzle-orm';
import { db, type Tx } from '#lib/server/db.ts';
import type { Member } from '../people.ts';
import { readCapacities } from './read-capacities.ts';
import { personSuspensions } from './suspension-tables.ts';
import { administrators, persons } from './tables.ts';

/**
 * Someone as an actor without a sign-in: for what is asked of their rights when they are not there (a post of theirs
 * that waited, a link that only they were mailed, a command). undefined when there is none, or they are suspended.
 */
export async function readMember(personId: string, from: Tx = db): Promise<Member | undefined> {
  const [person] = await from
    .select({
      name: persons.name,
      country: persons.country,
      administrator: administrators.personId,
      suspended: personSuspensions.personId
    })
    .from(persons)
    .leftJoin(administrators, eq(administrators.personId, persons.id))
    .leftJoin(
      personSuspensions,
      and(eq(personSuspensions.personId, persons.id), gt(personSuspensions.until, new Date()))
    )
    .where(eq(persons.id, personId));
  if (!person || person.suspended) return undefined;
  const capacities = await readCapacities(personId, new Date(), from);
  return {
    kind: 'member',
    personId,
    signInId: 'none',
    name: person.name,
    country: person.country,
    administrator: person.administrator !== null,
    actingAs: capacities[0]?.value ?? 'personal',
    capacities
  };
}
