import { asc, gt } from 'drizzle-orm';
import type { LinkedText } from '#features/links/links.ts';
import { isLinked } from '#features/links/server/read-linked.ts';
import type { Tx } from '#lib/server/db.ts';
import { lessonDocument } from './list-documents.ts';
import { lessons } from './tables.ts';

/** Of the next lessons in the order of their ids those that nothing is kept of that they point at. */
export async function listUnlinked(
  from: Tx,
  after: string,
  size: number
): Promise<{ texts: LinkedText[]; last: string | null }> {
  const rows = await from
    .select({ lesson: lessons, linked: isLinked('lesson', lessons.id) })
    .from(lessons)
    .where(gt(lessons.id, after))
    .orderBy(asc(lessons.id))
    .limit(size);
  return {
    texts: rows
      .filter(({ linked }) => !Number(linked))
      .map(({ lesson }) => ({
        source: { kind: 'lesson', id: lesson.id, threadId: null, spaceId: null },
        text: lessonDocument(lesson).text,
        at: lesson.createdAt
      })),
    last: rows.at(-1)?.lesson.id ?? null
  };
}
