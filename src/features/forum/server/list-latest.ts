import { and, desc, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { listSpaces } from '#features/spaces/server/list-spaces.ts';
import type { SpaceView } from '#features/spaces/spaces.ts';
import { db } from '#lib/server/db.ts';
import type { ListedThread } from '../forum.ts';
import { readingPositions, threadClosures, threads } from './tables.ts';
import { threadSummary } from './views.ts';

export type LatestThread = ListedThread & { space: Pick<SpaceView, 'slug' | 'titles'> };

/**
 * The threads that moved last in every space that `actor` may read; for a member only those with something new to
 * them. At most `most`.
 */
export async function listLatest(actor: Actor, most = 8): Promise<LatestThread[]> {
  const spaces = new Map((await listSpaces(actor)).map((space) => [space.id, space]));
  if (spaces.size === 0) return [];
  const personId = actor.kind === 'member' ? actor.personId : '';
  const readable = inArray(threads.spaceId, [...spaces.keys()]);
  const rows = await db
    .select({ thread: threads, read: readingPositions.number, closure: threadClosures.id })
    .from(threads)
    .leftJoin(
      readingPositions,
      and(eq(readingPositions.threadId, threads.id), eq(readingPositions.personId, personId))
    )
    .leftJoin(threadClosures, and(eq(threadClosures.threadId, threads.id), isNull(threadClosures.reopenedAt)))
    .where(
      personId
        ? and(readable, gt(threads.postsCount, sql`coalesce(${readingPositions.number}, 0)`))
        : readable
    )
    .orderBy(desc(threads.lastPostAt), desc(threads.id))
    .limit(most);
  return rows.map(({ thread, read, closure }) => {
    const { slug, titles } = spaces.get(thread.spaceId)!;
    return {
      ...threadSummary(thread, closure !== null),
      unread: personId ? thread.postsCount - (read ?? 0) : null,
      space: { slug, titles }
    };
  });
}
