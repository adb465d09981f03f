import { asc, eq } from 'drizzle-orm';
import { organisations, persons } from '#features/people/server/tables.ts';
import { spaceMembers } from '#features/spaces/server/tables.ts';
import type { Names } from '#lib/names.ts';
import { db } from '#lib/server/db.ts';

/** Organisations, and people of the forum, whom one may invite beside countries. */
export async function listInvitable(
  spaceId: string
): Promise<{ organisations: { id: string; names: Names }[]; people: { id: string; name: string }[] }> {
  return {
    organisations: await db
      .select({ id: organisations.id, names: organisations.names })
      .from(organisations)
      .orderBy(asc(organisations.slug))
      .limit(1000),
    people: await db
      .select({ id: persons.id, name: persons.name })
      .from(spaceMembers)
      .innerJoin(persons, eq(persons.id, spaceMembers.personId))
      .where(eq(spaceMembers.spaceId, spaceId))
      .orderBy(asc(persons.name))
      .limit(1000)
  };
}
