import { and, eq } from 'drizzle-orm';
import { sealedActs } from '#features/forum/server/attribution-tables.ts';
import { posts } from '#features/forum/server/tables.ts';
import { db } from '#lib/server/db.ts';

/**
 * Whether this person wrote the sealed post, or began the sealed thread: so that nobody decides about their own, and its
 * author finds what was decided about it. The answer is for that very person, never about anybody else.
 */
export async function wroteSealed(
  personId: string,
  { postId, threadId }: { postId: string | null; threadId: string | null }
): Promise<boolean> {
  const rows = await db
    .select({ id: sealedActs.id })
    .from(sealedActs)
    .innerJoin(posts, eq(posts.id, sealedActs.postId))
    .where(
      and(
        postId ? eq(posts.id, postId) : and(eq(posts.threadId, threadId ?? ''), eq(posts.number, 1)),
        eq(sealedActs.deed, 'posted'),
        eq(sealedActs.personId, personId)
      )
    );
  return rows.length > 0;
}
