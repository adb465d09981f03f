import { and, asc, eq, gt, inArray, isNull, lte, ne, or } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { mandates } from '#features/people/people.ts';
import { affiliations, organisations, persons } from '#features/people/server/tables.ts';
import { Refusal } from '#lib/refusal.ts';
import { db } from '#lib/server/db.ts';
import { limits, type SpaceMemberView } from '../spaces.ts';
import { memberCountry } from './count-members.ts';
import { mayListMembers } from './may.ts';
import { readSpace } from './read-space.ts';
import { spaceMembers } from './tables.ts';

/**
 * Who belongs to a space, by country and name, for its own people; a page from 0, of one country when asked for. Others
 * who may read the space see how many of which countries and organisations, and no names.
 */
export async function listMembers(
  actor: Actor,
  spaceId: string,
  { country, page = 0 }: { country?: string; page?: number } = {}
): Promise<SpaceMemberView[]> {
  if (!mayListMembers(actor, await readSpace(actor, { id: spaceId }))) throw new Refusal('not-allowed');
  const rows = await db
    .select({
      personId: persons.id,
      name: persons.name,
      country: memberCountry,
      through: spaceMembers.through,
      organisation: { slug: organisations.slug, names: organisations.names },
      role: spaceMembers.role,
      since: spaceMembers.createdAt
    })
    .from(spaceMembers)
    .innerJoin(persons, eq(persons.id, spaceMembers.personId))
    .leftJoin(organisations, eq(organisations.id, spaceMembers.through))
    .where(and(eq(spaceMembers.spaceId, spaceId), country ? eq(memberCountry, country) : undefined))
    .orderBy(asc(memberCountry), asc(persons.name), asc(persons.id))
    .limit(limits.membersPerPage)
    .offset(page * limits.membersPerPage);
  const acting = await readFirstPlaces(rows.filter(({ through }) => !through).map((row) => row.personId));
  return rows.map(({ through, organisation, ...row }) => ({
    ...row,
    organisation: organisation ?? acting.get(row.personId) ?? null,
    through: through !== null
  }));
}

/** What each of some people may act for, the strongest mandate of each. */
async function readFirstPlaces(
  personIds: string[]
): Promise<Map<string, NonNullable<SpaceMemberView['organisation']>>> {
  if (personIds.length === 0) return new Map();
  const now = new Date();
  const { personId, mandate, organisationId, startsAt, endsAt } = affiliations;
  const rows = await db
    .select({ personId, mandate, slug: organisations.slug, names: organisations.names })
    .from(affiliations)
    .innerJoin(organisations, eq(organisations.id, organisationId))
    .where(
      and(
        inArray(personId, personIds),
        ne(mandate, 'none'),
        lte(startsAt, now),
        or(isNull(endsAt), gt(endsAt, now))
      )
    );
  const weakestFirst = rows.sort((a, b) => mandates.indexOf(a.mandate) - mandates.indexOf(b.mandate));
  return new Map(weakestFirst.map(({ personId, slug, names }) => [personId, { slug, names }]));
}
