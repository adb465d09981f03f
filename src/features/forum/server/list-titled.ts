import { and, desc, inArray } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { readableSpaces } from '#features/spaces/server/read-readable.ts';
import { db } from '#lib/server/db.ts';
import { exactFirst, holds, holdsRoughly } from '#lib/server/like.ts';
import { threads } from './tables.ts';

/** Threads that `actor` may read whose title holds the words, the newest talk first: for a list under a field. */
export async function listTitled(
  actor: Actor,
  words: string,
  most: number
): Promise<{ id: string; title: string; lang: string }[]> {
  const rows = await db
    .select({ id: threads.id, title: threads.subject, lang: threads.lang })
    .from(threads)
    .where(and(inArray(threads.spaceId, readableSpaces(actor)), holdsRoughly(threads.subject, words)))
    .orderBy(exactFirst(threads.subject, words), desc(threads.lastPostAt))
    .limit(100);
  return rows.filter(({ title }) => holds(title, words)).slice(0, most);
}
