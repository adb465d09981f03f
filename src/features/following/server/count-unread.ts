import { and, count, eq, isNull } from 'drizzle-orm';
import { posts } from '#features/forum/server/tables.ts';
import type { Actor } from '#features/people/people.ts';
import { db } from '#lib/server/db.ts';
import { readable } from './rights.ts';
import { notifications } from './tables.ts';

/** How many notifications one has not read, of those that one may read now: what one lost is not counted either. */
export async function countUnread(actor: Actor): Promise<number> {
  if (actor.kind !== 'member') return 0;
  const [{ of }] = await db
    .select({ of: count() })
    .from(notifications)
    .leftJoin(posts, eq(posts.id, notifications.objectId))
    .where(and(eq(notifications.personId, actor.personId), isNull(notifications.readAt), readable(actor)));
  return of;
}
