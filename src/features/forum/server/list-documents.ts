import { asc, count, eq, gt, isNull, or } from 'drizzle-orm';
import type { SearchDocument } from '#features/search/search.ts';
import { db, type Tx } from '#lib/server/db.ts';
import { postDocument } from './append-post-document.ts';
import { experiences } from './purpose-tables.ts';
import { posts, postWithdrawals, threads } from './tables.ts';

/**
 * Posts that can be found, after one of them in the order of their ids: how the search index is made anew. Of a thread
 * whose opening post is withdrawn or hidden the title remains.
 */
export async function listDocuments(
  from: Tx,
  after: string,
  size: number
): Promise<{ documents: SearchDocument[]; last: string | null }> {
  const rows = await from
    .select({ post: posts, thread: threads, gone: postWithdrawals.postId, outcome: experiences.outcome })
    .from(posts)
    .innerJoin(threads, eq(threads.id, posts.threadId))
    .leftJoin(postWithdrawals, eq(postWithdrawals.postId, posts.id))
    .leftJoin(experiences, eq(experiences.postId, posts.id))
    .where(gt(posts.id, after))
    .orderBy(asc(posts.id))
    .limit(size);
  return {
    documents: rows
      .filter(({ post, gone }) => !gone || post.number === 1)
      .map(({ post, thread, gone, outcome }) =>
        postDocument(thread, gone ? { ...post, body: '' } : post, outcome)
      ),
    last: rows.at(-1)?.post.id ?? null
  };
}

export async function countDocuments(): Promise<number> {
  const [{ number }] = await db
    .select({ number: count() })
    .from(posts)
    .leftJoin(postWithdrawals, eq(postWithdrawals.postId, posts.id))
    .where(or(isNull(postWithdrawals.postId), eq(posts.number, 1)));
  return Number(number);
}
