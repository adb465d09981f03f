import { and, count, desc, inArray } from 'drizzle-orm';
import { eq } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { readableSpaces } from '#features/spaces/server/read-readable.ts';
import { spaces } from '#features/spaces/server/tables.ts';
import type { Names } from '#lib/names.ts';
import { db } from '#lib/server/db.ts';
import { limits, type ListedThread } from '../forum.ts';
import { hasTag, readingOf, standingClosure } from './matching.ts';
import { readingPositions, threadClosures, threads } from './tables.ts';
import { threadSummary } from './views.ts';

export type TaggedThread = ListedThread & { space: { slug: string; titles: Names } };

/** The threads with a tag in every space that `actor` may read, the newest talk first; `page` from 0. */
export async function listTagged(
  actor: Actor,
  tag: string,
  page = 0
): Promise<{ threads: TaggedThread[]; total: number; more: boolean }> {
  const personId = actor.kind === 'member' ? actor.personId : '';
  const where = and(hasTag(tag), inArray(threads.spaceId, readableSpaces(actor)));
  const [{ total }] = await db.select({ total: count() }).from(threads).where(where);
  const rows = await db
    .select({
      thread: threads,
      read: readingPositions.number,
      closure: threadClosures.id,
      space: { slug: spaces.slug, titles: spaces.titles }
    })
    .from(threads)
    .innerJoin(spaces, eq(spaces.id, threads.spaceId))
    .leftJoin(readingPositions, readingOf(personId))
    .leftJoin(threadClosures, standingClosure())
    .where(where)
    .orderBy(desc(threads.lastPostAt), desc(threads.id))
    .limit(limits.threadsPerPage + 1)
    .offset(page * limits.threadsPerPage);
  return {
    threads: rows.slice(0, limits.threadsPerPage).map(({ thread, read, closure, space }) => ({
      ...threadSummary(thread, closure !== null),
      unread: personId ? thread.postsCount - (read ?? 0) : null,
      space
    })),
    total,
    more: rows.length > limits.threadsPerPage
  };
}
