import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import { db, type Tx } from '#lib/server/db.ts';
import type { PostView } from '../forum.ts';
import { experiences } from './purpose-tables.ts';
import { postRevisions, postWithdrawals, posts } from './tables.ts';
import { postView } from './views.ts';

/** A post with its Markdown and the texts that it had before; both are gone when it is withdrawn or hidden. */
export interface PostWhole {
  post: PostView;
  markdown: string | null;
  former: { revision: number; markdown: string; lang: string; at: string }[];
}

/**
 * The next posts of a thread after a number: what an export or a feed is made of. It asks no rights: the caller has read
 * the thread. Two queries, however many.
 */
export async function listPosts(threadId: string, after: number, most: number): Promise<PostWhole[]> {
  const rows = await db
    .select()
    .from(posts)
    .leftJoin(postWithdrawals, eq(postWithdrawals.postId, posts.id))
    .leftJoin(experiences, eq(experiences.postId, posts.id))
    .where(and(eq(posts.threadId, threadId), gt(posts.number, after)))
    .orderBy(asc(posts.number))
    .limit(most);
  return withFormer(rows);
}

/** These posts, wherever they are now. */
export async function listPostsById(ids: string[], from: Tx = db): Promise<PostWhole[]> {
  if (ids.length === 0) return [];
  const rows = await from
    .select()
    .from(posts)
    .leftJoin(postWithdrawals, eq(postWithdrawals.postId, posts.id))
    .leftJoin(experiences, eq(experiences.postId, posts.id))
    .where(inArray(posts.id, ids))
    .orderBy(asc(posts.number));
  return withFormer(rows, from);
}

async function withFormer(
  rows: {
    posts: typeof posts.$inferSelect;
    post_withdrawals: typeof postWithdrawals.$inferSelect | null;
    experiences: typeof experiences.$inferSelect | null;
  }[],
  from: Tx = db
): Promise<PostWhole[]> {
  const edited = rows
    .filter((row) => row.posts.revision > 0 && !row.post_withdrawals)
    .map((row) => row.posts.id);
  const former = edited.length
    ? Map.groupBy(
        await from
          .select()
          .from(postRevisions)
          .where(inArray(postRevisions.postId, edited))
          .orderBy(asc(postRevisions.revision)),
        ({ postId }) => postId
      )
    : new Map<string, (typeof postRevisions.$inferSelect)[]>();
  return rows.map((row) => ({
    post: postView(row.posts, row.post_withdrawals, row.experiences),
    markdown: row.post_withdrawals ? null : row.posts.body,
    former: (former.get(row.posts.id) ?? []).map(({ revision, body, lang, createdAt }) => ({
      revision,
      markdown: body,
      lang,
      at: createdAt.toISOString()
    }))
  }));
}
