import { and, eq, gt, inArray, isNull, lte, ne, or, sql, type SQL } from 'drizzle-orm';
import { posts } from '#features/forum/server/tables.ts';
import type { Actor, CapacityChoice } from '#features/people/people.ts';
import { readCapacities } from '#features/people/server/read-capacities.ts';
import { administrators, affiliations } from '#features/people/server/tables.ts';
import { mayReadSpace } from '#features/spaces/server/may.ts';
import { readableSpaces } from '#features/spaces/server/read-readable.ts';
import { spaceMembers, spaces } from '#features/spaces/server/tables.ts';
import type { Db } from '#lib/server/db.ts';
import { distinct } from './audience/audience.ts';
import { notifications } from './tables.ts';

/**
 * The forum and thread that a notification is of now: a post may have been moved since. For questions that join posts
 * by the notification's object (ids are unique over all kinds of objects).
 */
export const spaceNow = sql<string | null>`coalesce(${posts.spaceId}, ${notifications.spaceId})`;
export const threadNow = sql<string | null>`coalesce(${posts.threadId}, ${notifications.threadId})`;

/** Of notifications those that `actor` may read now. */
export const readable = (actor: Actor): SQL =>
  or(isNull(spaceNow), inArray(spaceNow, readableSpaces(actor)))!;

/** A person who is not here now, as the rules of spaces see them. */
export async function readReader(personId: string, from: Db): Promise<Actor> {
  const [above] = await from.select().from(administrators).where(eq(administrators.personId, personId));
  return readerFor(personId, above !== undefined, await readCapacities(personId, new Date(), from));
}

const readerFor = (personId: string, administrator: boolean, capacities: CapacityChoice[] = []): Actor => ({
  kind: 'member',
  personId,
  signInId: '',
  name: '',
  country: null,
  administrator,
  actingAs: 'personal',
  capacities
});

/**
 * Of pairs of a person and a space those who may read it now, by the rule of spaces itself; three questions, however
 * many. A place that is held through an organisation counts while they may act for it (see `ownPlace` of spaces).
 */
export async function thoseWhoMayRead<T extends { personId: string; spaceId: string | null }>(
  from: Db,
  pairs: T[]
): Promise<T[]> {
  const ids = distinct(pairs.map(({ spaceId }) => spaceId));
  if (ids.length === 0) return pairs;
  const found = await from
    .select({ id: spaces.id, visibility: spaces.visibility })
    .from(spaces)
    .where(inArray(spaces.id, ids));
  const visibility = new Map(found.map((space) => [space.id, space.visibility]));
  const restricted = found.filter((space) => space.visibility === 'restricted').map(({ id }) => id);
  const role = new Map(
    (await readPlaces(from, restricted)).map((row) => [`${row.spaceId} ${row.personId}`, row.role])
  );
  const above = new Set(
    restricted.length
      ? (await from.select({ id: administrators.personId }).from(administrators)).map(({ id }) => id)
      : []
  );
  return pairs.filter(({ personId, spaceId }) => {
    if (!spaceId) return true;
    const seen = visibility.get(spaceId);
    const own = role.get(`${spaceId} ${personId}`) ?? null;
    return (
      seen !== undefined &&
      mayReadSpace(readerFor(personId, above.has(personId)), { visibility: seen, role: own })
    );
  });
}

/** Everyone's places in these spaces, without those that ended with a mandate. */
async function readPlaces(from: Db, spaceIds: string[]) {
  if (spaceIds.length === 0) return [];
  const now = new Date();
  const rows = await from
    .select({
      personId: spaceMembers.personId,
      spaceId: spaceMembers.spaceId,
      role: spaceMembers.role,
      through: spaceMembers.through,
      mandate: affiliations.mandate
    })
    .from(spaceMembers)
    .leftJoin(
      affiliations,
      and(
        eq(affiliations.personId, spaceMembers.personId),
        eq(affiliations.organisationId, spaceMembers.through),
        ne(affiliations.mandate, 'none'),
        lte(affiliations.startsAt, now),
        or(isNull(affiliations.endsAt), gt(affiliations.endsAt, now))
      )
    )
    .where(inArray(spaceMembers.spaceId, spaceIds));
  return rows.filter(({ through, mandate }) => through === null || mandate !== null);
}
