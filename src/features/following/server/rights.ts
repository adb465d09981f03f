import { and, eq, inArray, sql } from 'drizzle-orm';
import { posts } from '#features/forum/server/tables.ts';
import type { Actor } from '#features/people/people.ts';
import { administrators } from '#features/people/server/tables.ts';
import { mayReadSpace } from '#features/spaces/server/may.ts';
import { spaceMembers, spaces } from '#features/spaces/server/tables.ts';
import type { SpaceRole } from '#features/spaces/spaces.ts';
import type { Db } from '#lib/server/db.ts';
import { distinct } from './audience/audience.ts';
import { notifications } from './tables.ts';

/**
 * The forum and thread that a notification is of now: a post may have been moved since. For questions that join posts
 * by the notification's object (ids are unique over all kinds of objects).
 */
export const spaceNow = sql<string | null>`coalesce(${posts.spaceId}, ${notifications.spaceId})`;
export const threadNow = sql<string | null>`coalesce(${posts.threadId}, ${notifications.threadId})`;

/** As the rules of spaces see a person who is not here now: only what they ask of one. */
export const readerFor = (personId: string, administrator: boolean): Actor => ({
  kind: 'member',
  personId,
  signInId: '',
  name: '',
  country: null,
  administrator,
  actingAs: 'personal',
  capacities: []
});

/**
 * Of pairs of a person and a space those who may read it now, by the rule of spaces itself; three questions, however
 * many. A fact of no space concerns whom it names.
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
  const roles = restricted.length
    ? await from
        .select({ personId: spaceMembers.personId, spaceId: spaceMembers.spaceId, role: spaceMembers.role })
        .from(spaceMembers)
        .where(inArray(spaceMembers.spaceId, restricted))
    : [];
  const role = new Map(roles.map((row) => [`${row.spaceId} ${row.personId}`, row.role]));
  const above = restricted.length
    ? new Set((await from.select({ id: administrators.personId }).from(administrators)).map(({ id }) => id))
    : new Set<string>();
  return pairs.filter(({ personId, spaceId }) => {
    if (!spaceId) return true;
    const seen = visibility.get(spaceId);
    const own: SpaceRole | null = role.get(`${spaceId} ${personId}`) ?? null;
    return (
      seen !== undefined &&
      mayReadSpace(readerFor(personId, above.has(personId)), { visibility: seen, role: own })
    );
  });
}

/** The spaces of `ids` that one person may read now. */
export async function readableOf(from: Db, actor: Actor, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const personId = actor.kind === 'member' ? actor.personId : '';
  const rows = await from
    .select({ id: spaces.id, visibility: spaces.visibility, role: spaceMembers.role })
    .from(spaces)
    .leftJoin(spaceMembers, and(eq(spaceMembers.spaceId, spaces.id), eq(spaceMembers.personId, personId)))
    .where(inArray(spaces.id, ids));
  return rows.filter((space) => mayReadSpace(actor, space)).map(({ id }) => id);
}
