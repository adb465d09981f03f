import { inArray } from 'drizzle-orm';
import { db } from '#lib/server/db.ts';
import { lessons } from './tables.ts';

/** What lessons are called, by their id. */
export async function listNamed(ids: string[]): Promise<Map<string, { title: string; lang: string }>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: lessons.id, title: lessons.heading, lang: lessons.lang })
    .from(lessons)
    .where(inArray(lessons.id, ids));
  return new Map(rows.map(({ id, ...named }) => [id, named]));
}
