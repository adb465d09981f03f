import { and, desc, eq, gt, inArray, sql } from 'drizzle-orm';
import { db } from '#lib/server/db.ts';
import type { PostView } from '../forum.ts';
import { experiences } from './purpose-tables.ts';
import { postWithdrawals, posts, threads } from './tables.ts';
import { postView } from './views.ts';

export interface NewestPost {
  post: PostView;
  thread: { id: string; title: string };
}

/**
 * The newest posts of a thread or of a whole space, the newest first; those whose text nobody reads come along, so that
 * the caller sees that they changed. It asks no rights: the caller has read the thread or the space.
 */
export async function listNewestPosts(
  of: { threadId: string } | { spaceId: string },
  most: number
): Promise<NewestPost[]> {
  // Of a space only threads that moved last can hold its newest posts, and of each only its last ones.
  const moved =
    'threadId' in of
      ? [of.threadId]
      : (
          await db
            .select({ id: threads.id })
            .from(threads)
            .where(eq(threads.spaceId, of.spaceId))
            .orderBy(desc(threads.lastPostAt))
            .limit(most)
        ).map(({ id }) => id);
  if (moved.length === 0) return [];
  const rows = await db
    .select()
    .from(posts)
    .innerJoin(threads, eq(threads.id, posts.threadId))
    .leftJoin(postWithdrawals, eq(postWithdrawals.postId, posts.id))
    .leftJoin(experiences, eq(experiences.postId, posts.id))
    .where(and(inArray(posts.threadId, moved), gt(posts.number, sql`${threads.postsCount} - ${most}`)))
    .orderBy(desc(posts.createdAt), desc(posts.id))
    .limit(most);
  return rows.map((row) => ({
    post: postView(row.posts, row.post_withdrawals, row.experiences),
    thread: { id: row.threads.id, title: row.threads.subject }
  }));
}
