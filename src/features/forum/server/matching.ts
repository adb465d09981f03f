import { and, eq, exists, gt, isNotNull, isNull, sql, type SQL } from 'drizzle-orm';
import { db } from '#lib/server/db.ts';
import type { ThreadFilter } from '../list-filter.ts';
import { threadTags } from './purpose-tables.ts';
import { readingPositions, threadClosures, threads } from './tables.ts';

/** On what to left-join the closure that stands, and how far a reader has come: what the conditions below look at. */
export const standingClosure = () =>
  and(eq(threadClosures.threadId, threads.id), isNull(threadClosures.reopenedAt));
export const readingOf = (personId: string) =>
  and(eq(readingPositions.threadId, threads.id), eq(readingPositions.personId, personId));

export const isUnread = (): SQL => gt(threads.postsCount, sql`coalesce(${readingPositions.number}, 0)`);

export const inState = {
  closed: () => isNotNull(threadClosures.id),
  answered: () => isNotNull(threads.answeredAt),
  open: () => and(isNull(threadClosures.id), isNull(threads.answeredAt))!
};

export const hasTag = (tag: string): SQL =>
  exists(
    db
      .select({ one: sql`1` })
      .from(threadTags)
      .where(and(eq(threadTags.threadId, threads.id), eq(threadTags.tag, tag)))
  );

/** The conditions of a filter, without those of `except`: a count beside a choice says what choosing it would show. */
export function matching(
  { purpose, state, tag, unread }: ThreadFilter,
  personId: string,
  except?: keyof ThreadFilter
): SQL | undefined {
  return and(
    purpose && except !== 'purpose' ? eq(threads.purpose, purpose) : undefined,
    state && except !== 'state' ? inState[state]() : undefined,
    tag && except !== 'tag' ? hasTag(tag) : undefined,
    unread && personId && except !== 'unread' ? isUnread() : undefined
  );
}
