import { and, asc, eq, isNull } from 'drizzle-orm';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import { auditEntries } from '#features/audit/server/tables.ts';
import { facts } from '#features/forum/forum.ts';
import { postWithdrawals, posts } from '#features/forum/server/tables.ts';
import { atomic } from '#lib/server/db.ts';

const batch = 200;

/**
 * Takes posts that were there before the chain into it, each once, as they are found: the digest of the text, how often
 * it had been edited, whether it is shown. What they were before nobody can prove, and the entry does not say so: it is
 * nobody's act. The oldest first, a batch a transaction; with nothing left to adopt it writes nothing. Returns how many.
 */
export async function adoptPosts(): Promise<number> {
  let adopted = 0;
  for (;;) {
    const taken = await atomic(async (tx) => {
      const rows = await tx
        .select({ post: posts, trace: postWithdrawals })
        .from(posts)
        .leftJoin(postWithdrawals, eq(postWithdrawals.postId, posts.id))
        .leftJoin(auditEntries, and(eq(auditEntries.objectKind, 'post'), eq(auditEntries.objectId, posts.id)))
        .where(isNull(auditEntries.seq))
        .orderBy(asc(posts.id))
        .limit(batch);
      for (const { post, trace } of rows)
        await appendEntry(tx, {
          action: facts.adopted,
          actor: null,
          object: { kind: 'post', id: post.id },
          threadId: post.threadId,
          spaceId: post.spaceId,
          text: post.body,
          detail: {
            number: post.number,
            revision: post.revision,
            state: trace ? (trace.category ? 'hidden' : 'withdrawn') : 'shown'
          }
        });
      return rows.length;
    });
    adopted += taken;
    if (taken < batch) return adopted;
  }
}
