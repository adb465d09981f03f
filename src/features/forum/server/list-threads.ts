import { and, desc, eq, gt, sql } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { readSpace } from '#features/spaces/server/read-space.ts';
import { spaces } from '#features/spaces/server/tables.ts';
import { db } from '#lib/server/db.ts';
import { limits, type ListedThread } from '../forum.ts';
import { noFilter, type ThreadFilter } from '../list-filter.ts';
import { matching, readingOf, standingClosure } from './matching.ts';
import { readingPositions, threadClosures, threads } from './tables.ts';
import { threadSummary } from './views.ts';

/**
 * The threads of a space, those that are pinned first, then the one with the newest post; `page` from 0. `seq` is that of
 * the room `space:ID`, read before the threads, so that nothing committed meanwhile is missed.
 */
export async function listThreads(
  actor: Actor,
  spaceId: string,
  page = 0,
  filter: ThreadFilter = noFilter
): Promise<{ seq: number; threads: ListedThread[]; more: boolean }> {
  await readSpace(actor, { id: spaceId });
  const personId = actor.kind === 'member' ? actor.personId : '';
  const [{ seq }] = await db.select({ seq: spaces.seq }).from(spaces).where(eq(spaces.id, spaceId));
  const pinned = gt(threads.pinnedUntil, new Date());
  const rows = await db
    .select({ thread: threads, read: readingPositions.number, closure: threadClosures.id })
    .from(threads)
    .leftJoin(readingPositions, readingOf(personId))
    .leftJoin(threadClosures, standingClosure())
    .where(and(eq(threads.spaceId, spaceId), matching(filter, personId)))
    .orderBy(sql`case when ${pinned} then 0 else 1 end`, desc(threads.lastPostAt), desc(threads.id))
    .limit(limits.threadsPerPage + 1)
    .offset(page * limits.threadsPerPage);
  return {
    seq,
    threads: rows.slice(0, limits.threadsPerPage).map(({ thread, read, closure }) => ({
      ...threadSummary(thread, closure !== null),
      unread: personId ? thread.postsCount - (read ?? 0) : null
    })),
    more: rows.length > limits.threadsPerPage
  };
}
