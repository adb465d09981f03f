import { and, count, desc, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import { postWithdrawals } from '#features/forum/server/tables.ts';
import { isId } from '#lib/id.ts';
import { Refusal } from '#lib/refusal.ts';
import { atomic, db } from '#lib/server/db.ts';
import type { PublishedCopy } from '../copies.ts';
import { makeEdition } from './make-edition.ts';
import { copyEditions, readingCopies } from './tables.ts';

export type PublicCopy =
  | { html: string; hash: string; edition: number; changedAt: Date; gone: false }
  | { gone: true; lang: string };

/**
 * The bytes of a public copy, for anyone. Before they are given it is asked whether a post in them was withdrawn or hidden
 * since: then the next edition is made first. One that was taken back is `gone`; one that never was public is not found.
 */
export async function readPublicCopy(id: string): Promise<PublicCopy> {
  const [copy] = isId(id) ? await db.select().from(readingCopies).where(eq(readingCopies.id, id)) : [];
  if (!copy?.publishedAt) throw new Refusal('not-found');
  if (copy.withdrawnAt) return { gone: true, lang: copy.lang };
  const edition = await lastEdition(id);
  const [{ n }] = edition?.posts.length
    ? await db
        .select({ n: count() })
        .from(postWithdrawals)
        .where(inArray(postWithdrawals.postId, edition.posts))
    : [{ n: 0 }];
  if (n > 0) {
    await atomic((tx) => makeEdition(tx, copy, new Date()));
    return readPublicCopy(id);
  }
  if (!edition?.html) throw new Refusal('not-found');
  const { html, hash, edition: number, createdAt } = edition;
  return { html, hash, edition: number, changedAt: createdAt, gone: false };
}

async function lastEdition(copyId: string) {
  const [edition] = await db
    .select()
    .from(copyEditions)
    .where(eq(copyEditions.copyId, copyId))
    .orderBy(desc(copyEditions.edition))
    .limit(1);
  return edition;
}

/** The public copies, the newest first; with their hash, so that anyone can tell whether a page is still the one they cited. */
export async function listPublicCopies(most = 100): Promise<PublishedCopy[]> {
  const rows = await db
    .select()
    .from(readingCopies)
    .innerJoin(copyEditions, and(eq(copyEditions.copyId, readingCopies.id), isNotNull(copyEditions.html)))
    .where(and(isNotNull(readingCopies.publishedAt), isNull(readingCopies.withdrawnAt)))
    .orderBy(desc(readingCopies.publishedAt))
    .limit(most);
  return rows.map(({ reading_copies: copy, copy_editions: edition }) => ({
    id: copy.id,
    title: copy.subject,
    lang: copy.lang,
    dir: copy.dir,
    publishedAt: copy.publishedAt!.toISOString(),
    edition: edition.edition,
    changedAt: edition.createdAt.toISOString(),
    hash: edition.hash,
    posts: edition.posts.length
  }));
}
