import { and, eq, exists, gt, inArray, isNotNull, isNull, lte, ne, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { administrators, affiliations, organisations, persons } from '#features/people/server/tables.ts';
import { spaceMembers, spaces } from '#features/spaces/server/tables.ts';
import { db, type Tx } from '#lib/server/db.ts';
import type { Target } from '../links.ts';

// The tables are typed as SQLite's on both databases, and so is their second name.
const places = alias(affiliations, 'places');

/** The most people that one text reaches by its mentions: a delegation is some dozens, not a mailing list. */
export const mostMentioned = 500;

/**
 * The people whom a text's mentions mean, by id, each once: a person; for an organisation who may act for it now; for a
 * country its delegation, who may act for a ministry or another organisation of that country. Only those who may read
 * the space, and who have an account here. References are no mentions.
 */
export async function readMentionedPersons(
  targets: Target[],
  spaceId: string,
  from: Tx = db,
  now = new Date()
): Promise<string[]> {
  const named = (kind: Target['kind']) => targets.filter((one) => one.kind === kind).map(({ id }) => id);
  const [people, slugs, countries] = [named('person'), named('organisation'), named('country')];
  const acting = and(
    ne(affiliations.mandate, 'none'),
    lte(affiliations.startsAt, now),
    or(isNull(affiliations.endsAt), gt(affiliations.endsAt, now))
  );
  const meant = or(
    people.length ? inArray(persons.id, people) : undefined,
    slugs.length ? and(acting, inArray(organisations.slug, slugs)) : undefined,
    countries.length ? and(acting, inArray(organisations.country, countries)) : undefined
  );
  if (!meant) return [];
  const standing = from
    .select({ one: sql`1` })
    .from(places)
    .where(
      and(
        eq(places.personId, persons.id),
        eq(places.organisationId, spaceMembers.through),
        ne(places.mandate, 'none'),
        lte(places.startsAt, now),
        or(isNull(places.endsAt), gt(places.endsAt, now))
      )
    );
  const rows = await from
    .selectDistinct({ id: persons.id })
    .from(persons)
    .innerJoin(spaces, eq(spaces.id, spaceId))
    .leftJoin(affiliations, eq(affiliations.personId, persons.id))
    .leftJoin(organisations, eq(organisations.id, affiliations.organisationId))
    .leftJoin(
      spaceMembers,
      and(
        eq(spaceMembers.spaceId, spaces.id),
        eq(spaceMembers.personId, persons.id),
        // A place held through an organisation counts while they may act for it.
        or(isNull(spaceMembers.through), exists(standing))
      )
    )
    .leftJoin(administrators, eq(administrators.personId, persons.id))
    .where(
      and(
        meant,
        isNotNull(persons.email),
        or(
          ne(spaces.visibility, 'restricted'),
          isNotNull(spaceMembers.personId),
          isNotNull(administrators.personId)
        )
      )
    )
    .orderBy(persons.id)
    .limit(mostMentioned);
  return rows.map(({ id }) => id);
}
