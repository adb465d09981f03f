import { and, desc, eq } from 'drizzle-orm';
import { spaces } from '#features/spaces/server/tables.ts';
import { db, type Tx } from '#lib/server/db.ts';
import { spaceRules, threadPaces } from './pace-tables.ts';
import { posts } from './tables.ts';

/** What a space and a thread ask of who writes there. Nought: nothing. */
export interface WritingRules {
  firstPosts: number;
  spacePace: number;
  threadPace: number;
}

export async function readRules(
  spaceId: string,
  threadId: string | null,
  from: Tx = db
): Promise<WritingRules> {
  const [row] = await from
    .select({
      firstPosts: spaceRules.firstPosts,
      spacePace: spaceRules.paceSeconds,
      threadPace: threadPaces.seconds
    })
    .from(spaces)
    .leftJoin(spaceRules, eq(spaceRules.spaceId, spaces.id))
    .leftJoin(threadPaces, eq(threadPaces.threadId, threadId ?? ''))
    .where(eq(spaces.id, spaceId));
  return {
    firstPosts: row?.firstPosts ?? 0,
    spacePace: row?.spacePace ?? 0,
    threadPace: row?.threadPace ?? 0
  };
}

/** When someone posted last, in a thread or in a space. */
export async function readLastPost(
  from: Tx,
  personId: string,
  where: { threadId: string } | { spaceId: string }
): Promise<Date | null> {
  const [last] = await from
    .select({ at: posts.createdAt })
    .from(posts)
    .where(
      and(
        eq(posts.personId, personId),
        'threadId' in where ? eq(posts.threadId, where.threadId) : eq(posts.spaceId, where.spaceId)
      )
    )
    .orderBy(desc(posts.createdAt))
    .limit(1);
  return last?.at ?? null;
}
