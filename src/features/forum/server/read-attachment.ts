import { eq } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { isId } from '#lib/id.ts';
import { Refusal } from '#lib/refusal.ts';
import { db } from '#lib/server/db.ts';
import { readPost } from './read-post.ts';
import { posts } from './tables.ts';

/**
 * Whether `actor` may have a file now: they may read the post, wherever it stands today, and the post shows it. Asked of
 * `readPost`, so that a post that is withdrawn or hidden takes its files with it.
 */
export async function mayReadAttachment(actor: Actor, postId: string, fileId: string): Promise<boolean> {
  const [place] = isId(postId)
    ? await db.select({ threadId: posts.threadId }).from(posts).where(eq(posts.id, postId))
    : [];
  if (!place) return false;
  try {
    const { post } = await readPost(actor, { threadId: place.threadId, id: postId });
    return post.attachments.some(({ id }) => id === fileId);
  } catch (fault) {
    if (fault instanceof Refusal) return false;
    throw fault;
  }
}
