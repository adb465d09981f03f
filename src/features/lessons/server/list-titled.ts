import { and, desc, eq } from 'drizzle-orm';
import { db } from '#lib/server/db.ts';
import { exactFirst, holds, holdsRoughly } from '#lib/server/like.ts';
import { lessons } from './tables.ts';

/** Lessons whose title holds the words, the newest first: for a list under a field. */
export async function listTitled(
  words: string,
  most: number
): Promise<{ id: string; title: string; lang: string }[]> {
  const rows = await db
    .select({ id: lessons.id, title: lessons.heading, lang: lessons.lang })
    .from(lessons)
    .where(and(eq(lessons.visibility, 'public'), holdsRoughly(lessons.heading, words)))
    .orderBy(exactFirst(lessons.heading, words), desc(lessons.createdAt))
    .limit(100);
  return rows.filter(({ title }) => holds(title, words)).slice(0, most);
}
