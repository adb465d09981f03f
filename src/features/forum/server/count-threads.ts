import { and, count, desc, eq, sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { db } from '#lib/server/db.ts';
import type { ThreadCounts, ThreadFilter } from '../list-filter.ts';
import { inState, isUnread, matching, readingOf, standingClosure } from './matching.ts';
import { threadTags } from './purpose-tables.ts';
import { readingPositions, threadClosures, threads } from './tables.ts';

/** The tags that are offered beside a list: those on most of its threads. */
const mostTags = 20;

/**
 * How many threads of a space each choice beside its list would show, with the other choices as they are. Four queries.
 * Ask only for a space that `actor` may read.
 */
export async function countThreads(
  actor: Actor,
  spaceId: string,
  filter: ThreadFilter
): Promise<ThreadCounts> {
  const personId = actor.kind === 'member' ? actor.personId : '';
  const of = (except: keyof ThreadFilter): SQL | undefined =>
    and(eq(threads.spaceId, spaceId), matching(filter, personId, except));
  const [byPurpose, [states], byTag, [unread]] = await Promise.all([
    db
      .select({ purpose: threads.purpose, count: count() })
      .from(threads)
      .leftJoin(readingPositions, readingOf(personId))
      .leftJoin(threadClosures, standingClosure())
      .where(of('purpose'))
      .groupBy(threads.purpose),
    db
      .select({
        open: tally(inState.open()),
        answered: tally(inState.answered()),
        closed: tally(inState.closed())
      })
      .from(threads)
      .leftJoin(readingPositions, readingOf(personId))
      .leftJoin(threadClosures, standingClosure())
      .where(of('state')),
    db
      .select({ tag: threadTags.tag, count: count() })
      .from(threadTags)
      .innerJoin(threads, eq(threads.id, threadTags.threadId))
      .leftJoin(readingPositions, readingOf(personId))
      .leftJoin(threadClosures, standingClosure())
      .where(of('tag'))
      .groupBy(threadTags.tag)
      .orderBy(desc(count()), threadTags.tag)
      .limit(mostTags),
    db
      .select({ count: tally(isUnread()) })
      .from(threads)
      .leftJoin(readingPositions, readingOf(personId))
      .leftJoin(threadClosures, standingClosure())
      .where(of('unread'))
  ]);
  return {
    purposes: Object.fromEntries(byPurpose.map(({ purpose, count }) => [purpose, count])),
    states,
    tags: byTag,
    unread: personId ? unread.count : 0
  };
}

const tally = (condition: SQL) =>
  sql`coalesce(sum(case when ${condition} then 1 else 0 end), 0)`.mapWith(Number);
