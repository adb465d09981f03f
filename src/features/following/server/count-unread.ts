import { and, count, eq, isNull } from 'drizzle-orm';
import { posts } from '#features/forum/server/tables.ts';
import type { Actor } from '#features/people/people.ts';
import { mayReadSpace } from '#features/spaces/server/may.ts';
import { spaceMembers, spaces } from '#features/spaces/server/tables.ts';
import { db } from '#lib/server/db.ts';
import { spaceNow } from './rights.ts';
import { notifications } from './tables.ts';

/**
 * How many notifications one has not read: of those only that one may read now. One question, by forum: what one may
 * no longer read is not counted either.
 */
export async function countUnread(actor: Actor): Promise<number> {
  if (actor.kind !== 'member') return 0;
  const rows = await db
    .select({ spaceId: spaceNow, visibility: spaces.visibility, role: spaceMembers.role, of: count() })
    .from(notifications)
    .leftJoin(posts, eq(posts.id, notifications.objectId))
    .leftJoin(spaces, eq(spaces.id, spaceNow))
    .leftJoin(
      spaceMembers,
      and(eq(spaceMembers.spaceId, spaces.id), eq(spaceMembers.personId, actor.personId))
    )
    .where(and(eq(notifications.personId, actor.personId), isNull(notifications.readAt)))
    .groupBy(spaceNow, spaces.visibility, spaceMembers.role);
  return rows
    .filter(
      ({ spaceId, visibility, role }) =>
        !spaceId || (visibility !== null && mayReadSpace(actor, { visibility, role }))
    )
    .reduce((sum, { of }) => sum + of, 0);
}
