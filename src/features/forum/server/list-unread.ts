import { and, count, eq, inArray, sql } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { listSpaces } from '#features/spaces/server/list-spaces.ts';
import { db } from '#lib/server/db.ts';
import type { SpaceTally } from '../forum.ts';
import { readingPositions, threads } from './tables.ts';

/** For each space that `actor` may read: how many threads and posts, when last, and how many posts are new to them. */
export async function listUnread(actor: Actor): Promise<Record<string, SpaceTally>> {
  const readable = (await listSpaces(actor)).map(({ id }) => id);
  if (readable.length === 0) return {};
  const personId = actor.kind === 'member' ? actor.personId : '';
  const rows = await db
    .select({
      spaceId: threads.spaceId,
      threads: count(),
      posts: sql`sum(${threads.postsCount})`.mapWith(Number),
      unread: sql`sum(${threads.postsCount} - coalesce(${readingPositions.number}, 0))`.mapWith(Number),
      lastPostAt: sql`max(${threads.lastPostAt})`.mapWith(threads.lastPostAt)
    })
    .from(threads)
    .leftJoin(
      readingPositions,
      and(eq(readingPositions.threadId, threads.id), eq(readingPositions.personId, personId))
    )
    .where(inArray(threads.spaceId, readable))
    .groupBy(threads.spaceId);
  return Object.fromEntries(
    rows.map(({ spaceId, unread, lastPostAt, ...counts }) => [
      spaceId,
      { ...counts, unread: personId ? unread : null, lastPostAt: lastPostAt.toISOString() }
    ])
  );
}
