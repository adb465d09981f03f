import { inArray } from 'drizzle-orm';
import { db } from '#lib/server/db.ts';
import { briefs } from './tables.ts';

/** What briefs are called, by their id. Ask only for briefs that the reader may read. */
export async function listNamed(ids: string[]): Promise<Map<string, { title: string; lang: string }>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: briefs.id, title: briefs.name, lang: briefs.lang })
    .from(briefs)
    .where(inArray(briefs.id, ids));
  return new Map(rows.map(({ id, ...named }) => [id, named]));
}
