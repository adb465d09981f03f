import { eq } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { persons } from '#features/people/server/tables.ts';
import { Refusal } from '#lib/refusal.ts';
import { db } from '#lib/server/db.ts';
import type { SpaceMemberView } from '../spaces.ts';
import { mayModerate } from './may.ts';
import { readSpace } from './read-space.ts';
import { spaceMembers } from './tables.ts';

/** Who belongs to a space, for those who moderate it. */
export async function listMembers(actor: Actor, spaceId: string): Promise<SpaceMemberView[]> {
  if (!mayModerate(actor, await readSpace(actor, { id: spaceId }))) throw new Refusal('not-allowed');
  return db
    .select({ personId: persons.id, name: persons.name, country: persons.country, role: spaceMembers.role })
    .from(spaceMembers)
    .innerJoin(persons, eq(persons.id, spaceMembers.personId))
    .where(eq(spaceMembers.spaceId, spaceId))
    .orderBy(persons.name);
}
