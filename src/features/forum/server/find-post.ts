import { and, eq } from 'drizzle-orm';
import type { Act, Actor } from '#features/people/people.ts';
import { actOf } from '#features/people/server/act-columns.ts';
import type { SpaceView } from '#features/spaces/spaces.ts';
import { isId } from '#lib/id.ts';
import { Refusal } from '#lib/refusal.ts';
import { db } from '#lib/server/db.ts';
import { readSealedAuthor } from './attribution/read-attribution.ts';
import { findThread } from './find-thread.ts';
import { postWithdrawals, posts } from './tables.ts';
import type { PostRow, ThreadRow } from './views.ts';

/**
 * A post of this thread, for whoever may read it. `withdrawn` ones are found too: their place is still there. `author` is
 * for rules, never for a view: of a sealed post it is who wrote it only when that is the one who asks.
 */
export async function findPost(
  actor: Actor,
  { threadId, id }: { threadId: string; id: string }
): Promise<{ thread: ThreadRow; space: SpaceView; post: PostRow; author: Act; withdrawn: boolean }> {
  const found = await findThread(actor, threadId);
  if (!isId(id)) throw new Refusal('not-found');
  const [row] = await db
    .select({ post: posts, withdrawn: postWithdrawals.postId })
    .from(posts)
    .leftJoin(postWithdrawals, eq(postWithdrawals.postId, posts.id))
    .where(and(eq(posts.id, id), eq(posts.threadId, threadId)));
  if (!row) throw new Refusal('not-found');
  const author = (await readSealedAuthor(actor, row.post)) ?? actOf(row.post);
  return { ...found, post: row.post, author, withdrawn: row.withdrawn !== null };
}
