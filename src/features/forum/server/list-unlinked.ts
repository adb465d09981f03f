import { asc, eq, gt } from 'drizzle-orm';
import type { LinkedText } from '#features/links/links.ts';
import { isLinked } from '#features/links/server/read-linked.ts';
import type { Tx } from '#lib/server/db.ts';
import { posts, postWithdrawals } from './tables.ts';

/** Of the next posts in the order of their ids those that nothing is kept of that they point at; none that is gone. */
export async function listUnlinked(
  from: Tx,
  after: string,
  size: number
): Promise<{ texts: LinkedText[]; last: string | null }> {
  const rows = await from
    .select({ post: posts, gone: postWithdrawals.postId, linked: isLinked('post', posts.id) })
    .from(posts)
    .leftJoin(postWithdrawals, eq(postWithdrawals.postId, posts.id))
    .where(gt(posts.id, after))
    .orderBy(asc(posts.id))
    .limit(size);
  return {
    texts: rows
      .filter(({ gone, linked }) => !gone && !Number(linked))
      .map(({ post: { id, threadId, spaceId, body, createdAt } }) => ({
        source: { kind: 'post', id, threadId, spaceId },
        text: body,
        at: createdAt
      })),
    last: rows.at(-1)?.post.id ?? null
  };
}
