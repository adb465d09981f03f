import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { spaces } from '#features/spaces/server/tables.ts';
import { db, type Tx } from '#lib/server/db.ts';
import { prepared } from '#lib/server/prepared.ts';
import { sealedActs } from './attribution-tables.ts';
import { spaceRules, threadPaces } from './pace-tables.ts';
import { pendingPosts } from './pending-tables.ts';
import { posts } from './tables.ts';

/** What a space and a thread ask of who writes there. Nought: nothing. */
export interface WritingRules {
  firstPosts: number;
  spacePace: number;
  threadPace: number;
}

const rulesQuestion = prepared('writing_rules', (from) =>
  from
    .select({
      firstPosts: spaceRules.firstPosts,
      spacePace: spaceRules.paceSeconds,
      threadPace: threadPaces.seconds
    })
    .from(spaces)
    .leftJoin(spaceRules, eq(spaceRules.spaceId, spaces.id))
    .leftJoin(threadPaces, eq(threadPaces.threadId, sql.placeholder('threadId')))
    .where(eq(spaces.id, sql.placeholder('spaceId')))
);

export async function readRules(
  spaceId: string,
  threadId: string | null,
  from: Tx = db
): Promise<WritingRules> {
  const [row] = await rulesQuestion({ spaceId, threadId: threadId ?? '' }, from);
  return {
    firstPosts: row?.firstPosts ?? 0,
    spacePace: row?.spacePace ?? 0,
    threadPace: row?.threadPace ?? 0
  };
}

/**
 * When someone posted last, in a thread or in a space: what stands with their name, what is sealed (told to nobody but
 * by the time that they must wait), and what still waits to be let out.
 */
export async function readLastPost(
  from: Tx,
  personId: string,
  where: { threadId: string } | { spaceId: string }
): Promise<Date | null> {
  const inPlace = (of: typeof posts | typeof pendingPosts) =>
    'threadId' in where ? eq(of.threadId, where.threadId) : eq(of.spaceId, where.spaceId);
  const named = await from
    .select({ at: posts.createdAt })
    .from(posts)
    .where(and(eq(posts.personId, personId), inPlace(posts)))
    .orderBy(desc(posts.createdAt))
    .limit(1);
  const sealed = await from
    .select({ at: posts.createdAt })
    .from(sealedActs)
    .innerJoin(posts, eq(posts.id, sealedActs.postId))
    .where(and(eq(sealedActs.personId, personId), eq(sealedActs.deed, 'posted'), inPlace(posts)))
    .orderBy(desc(posts.createdAt))
    .limit(1);
  const waiting = await from
    .select({ at: pendingPosts.createdAt })
    .from(pendingPosts)
    .where(and(eq(pendingPosts.personId, personId), isNull(pendingPosts.returnedAt), inPlace(pendingPosts)))
    .orderBy(desc(pendingPosts.createdAt))
    .limit(1);
  const times = [...named, ...sealed, ...waiting].map(({ at }) => at.getTime());
  return times.length > 0 ? new Date(Math.max(...times)) : null;
}
