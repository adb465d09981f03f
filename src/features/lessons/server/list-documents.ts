import { asc, count, gt } from 'drizzle-orm';
import { actOf } from '#features/people/server/act-columns.ts';
import type { SearchDocument } from '#features/search/search.ts';
import { db, type Tx } from '#lib/server/db.ts';
import { lessons } from './tables.ts';

/** How a lesson is found among everything else. */
export const lessonDocument = (row: typeof lessons.$inferSelect): SearchDocument => ({
  kind: 'lesson',
  id: row.id,
  spaceId: null,
  address: `/lessons/${row.id}`,
  title: row.heading,
  text: [
    row.summary,
    row.whatWasDone,
    row.whatHappened,
    row.lesson,
    row.recommendation,
    row.context,
    row.conditions
  ]
    .filter(Boolean)
    .join('\n'),
  lang: row.lang,
  act: actOf(row),
  tags: row.axis ? [row.axis] : [],
  at: row.createdAt
});

/** Lessons after one of them, in the order of their ids: how the search index is made anew. */
export async function listDocuments(
  from: Tx,
  after: string,
  size: number
): Promise<{ documents: SearchDocument[]; last: string | null }> {
  const rows = await from
    .select()
    .from(lessons)
    .where(gt(lessons.id, after))
    .orderBy(asc(lessons.id))
    .limit(size);
  return { documents: rows.map(lessonDocument), last: rows.at(-1)?.id ?? null };
}

export async function countDocuments(): Promise<number> {
  const [{ number }] = await db.select({ number: count() }).from(lessons);
  return Number(number);
}
