import { and, asc, eq, gt, inArray, isNull, lte, ne, or } from 'drizzle-orm';
import { affiliations, organisations, persons } from '#features/people/server/tables.ts';
import { spaceMembers } from '#features/spaces/server/tables.ts';
import { db } from '#lib/server/db.ts';
import type { DelegateChoice } from '../proposal-views.ts';

/** Whom one may let cast: the organisations whose negotiators belong to the space and decide there. One query. */
export async function listDelegates(spaceId: string, now = new Date()): Promise<DelegateChoice[]> {
  const rows = await db
    .selectDistinct({
      id: organisations.id,
      names: organisations.names,
      slug: organisations.slug,
      personId: persons.id,
      name: persons.name
    })
    .from(spaceMembers)
    .innerJoin(affiliations, eq(affiliations.personId, spaceMembers.personId))
    .innerJoin(organisations, eq(organisations.id, affiliations.organisationId))
    .innerJoin(persons, eq(persons.id, spaceMembers.personId))
    .where(
      and(
        eq(spaceMembers.spaceId, spaceId),
        ne(spaceMembers.role, 'observer'),
        inArray(affiliations.mandate, ['negotiate', 'sign']),
        lte(affiliations.startsAt, now),
        or(isNull(affiliations.endsAt), gt(affiliations.endsAt, now))
      )
    )
    .orderBy(asc(organisations.slug), asc(persons.name))
    .limit(2000);
  const choices = new Map<string, DelegateChoice>();
  for (const { id, names, personId, name } of rows) {
    const choice = choices.get(id) ?? { id, names, people: [] };
    choice.people.push({ id: personId, name });
    choices.set(id, choice);
  }
  return [...choices.values()];
}
