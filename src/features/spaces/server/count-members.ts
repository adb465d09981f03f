import { and, count, desc, eq, gt, inArray, isNull, lte, ne, or, sql } from 'drizzle-orm';
import { affiliations, organisations, persons } from '#features/people/server/tables.ts';
import type { Names } from '#lib/names.ts';
import { db } from '#lib/server/db.ts';
import type { SpaceCount } from '../spaces.ts';
import { spaceMembers } from './tables.ts';

/** Someone's country in a space: that of the organisation they came in through, else their own. */
export const memberCountry = sql<string | null>`coalesce(${organisations.country}, ${persons.country})`;

/** How many people of how many countries belong to each space. The caller asked which spaces the reader may read. */
export async function countMembers(spaceIds: string[]): Promise<Record<string, SpaceCount>> {
  if (spaceIds.length === 0) return {};
  const rows = await db
    .select({
      spaceId: spaceMembers.spaceId,
      members: count(),
      countries: sql`count(distinct ${memberCountry})`.mapWith(Number)
    })
    .from(spaceMembers)
    .innerJoin(persons, eq(persons.id, spaceMembers.personId))
    .leftJoin(organisations, eq(organisations.id, spaceMembers.through))
    .where(inArray(spaceMembers.spaceId, spaceIds))
    .groupBy(spaceMembers.spaceId);
  return Object.fromEntries(rows.map(({ spaceId, ...counts }) => [spaceId, counts]));
}

/** The members of a space by country, the most numerous first; those who named no country under null. */
export async function countByCountry(
  spaceId: string
): Promise<{ country: string | null; members: number }[]> {
  return db
    .select({ country: memberCountry, members: count() })
    .from(spaceMembers)
    .innerJoin(persons, eq(persons.id, spaceMembers.personId))
    .leftJoin(organisations, eq(organisations.id, spaceMembers.through))
    .where(eq(spaceMembers.spaceId, spaceId))
    .groupBy(memberCountry)
    .orderBy(desc(count()), memberCountry);
}

/** The organisations for which members of a space may act, with how many; the most numerous first, at most 200. */
export async function countByOrganisation(
  spaceId: string,
  now = new Date()
): Promise<{ slug: string; names: Names; country: string | null; members: number }[]> {
  const members = sql`count(distinct ${spaceMembers.personId})`.mapWith(Number);
  const { id, slug, names, country } = organisations;
  const rows = await db
    .select({ id, members })
    .from(spaceMembers)
    .innerJoin(affiliations, eq(affiliations.personId, spaceMembers.personId))
    .innerJoin(organisations, eq(id, affiliations.organisationId))
    .where(
      and(
        eq(spaceMembers.spaceId, spaceId),
        ne(affiliations.mandate, 'none'),
        lte(affiliations.startsAt, now),
        or(isNull(affiliations.endsAt), gt(affiliations.endsAt, now))
      )
    )
    .groupBy(id)
    .orderBy(desc(members), id)
    .limit(200);
  const named = await db
    .select({ id, slug, names, country })
    .from(organisations)
    .where(inArray(id, [...rows.map((row) => row.id), '']));
  return rows.map((row) => {
    const { slug, names, country } = named.find((one) => one.id === row.id)!;
    return { slug, names, country, members: row.members };
  });
}
