import { asc, desc, eq } from 'drizzle-orm';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import { listPostsById } from '#features/forum/server/list-posts.ts';
import type { Tx } from '#lib/server/db.ts';
import { sha256 } from '#features/audit/entry-hash.ts';
import { copyEvents } from '../copies.ts';
import { copyHtml, type CopiedPost } from './copy-html.ts';
import type { CopyRow } from './find-copy.ts';
import { copyEditions, copyPosts, copyRedactions, copyRequests, readingCopies } from './tables.ts';

/** What the copy says as things stand: consents, redactions, and no text that was withdrawn or hidden since. */
export async function composeCopy(tx: Tx, copy: CopyRow): Promise<{ html: string; posts: string[] }> {
  const rows = await tx
    .select({ post: copyPosts, answer: copyRequests.answer })
    .from(copyPosts)
    .leftJoin(copyRequests, eq(copyRequests.id, copyPosts.requestId))
    .where(eq(copyPosts.copyId, copy.id))
    .orderBy(asc(copyPosts.number));
  const consented = rows.filter(({ answer }) => answer === 'named' || answer === 'unnamed');
  const redactions = await tx.select().from(copyRedactions).where(eq(copyRedactions.copyId, copy.id));
  const texts = new Map(
    (
      await listPostsById(
        consented.map(({ post }) => post.postId),
        tx
      )
    ).map((whole) => [whole.post.id, whole])
  );
  const copied = rows.map(({ post, answer }): CopiedPost => {
    const whole = answer === 'named' || answer === 'unnamed' ? texts.get(post.postId) : undefined;
    const markdown =
      whole?.post.revision === post.revision
        ? whole.markdown
        : (whole?.former.find(({ revision }) => revision === post.revision)?.markdown ?? null);
    return {
      number: post.number,
      said:
        whole && markdown !== null
          ? {
              id: post.postId,
              act: whole.post.act,
              at: whole.post.at,
              lang: whole.post.lang,
              dir: whole.post.dir,
              answers: whole.post.quotes,
              named: answer === 'named',
              markdown,
              redactions: redactions
                .filter(({ postId }) => postId === post.postId)
                .map(({ passage }) => passage)
            }
          : null
    };
  });
  return {
    html: copyHtml(copy, copied),
    posts: copied.flatMap(({ said }) => said?.id ?? [])
  };
}

/**
 * Makes the next edition within the caller's transaction, if what the copy says has changed, and takes the bytes of the
 * former one away. A copy without a single post left is no copy: it is withdrawn. Returns the edition in force. Of a
 * public copy the chain is told either, by nobody's hand: it follows from what was answered, redacted or withdrawn.
 */
export async function makeEdition(
  tx: Tx,
  copy: CopyRow,
  at: Date
): Promise<{ edition: number; hash: string } | null> {
  const { html, posts } = await composeCopy(tx, copy);
  const [last] = await tx
    .select()
    .from(copyEditions)
    .where(eq(copyEditions.copyId, copy.id))
    .orderBy(desc(copyEditions.edition))
    .limit(1);
  const hash = sha256(html);
  if (last?.hash === hash) return { edition: last.edition, hash };
  const tell = async (action: string, detail: Record<string, string | number>) => {
    const { id, threadId, spaceId, publishedAt } = copy;
    if (publishedAt)
      await appendEntry(tx, {
        action,
        actor: null,
        object: { kind: 'copy', id },
        threadId,
        spaceId,
        detail,
        at
      });
  };
  await tx.update(copyEditions).set({ html: null }).where(eq(copyEditions.copyId, copy.id));
  if (posts.length === 0) {
    await tx
      .update(readingCopies)
      .set({ withdrawnAt: at, reason: 'no-consent' })
      .where(eq(readingCopies.id, copy.id));
    await tell(copyEvents.withdrawn, { reason: 'no-consent' });
    return null;
  }
  const edition = (last?.edition ?? 0) + 1;
  await tx.insert(copyEditions).values({ copyId: copy.id, edition, html, hash, posts, createdAt: at });
  await tell(copyEvents.renewed, { edition, hash });
  return { edition, hash };
}
