import { inArray, max } from 'drizzle-orm';
import { db } from '#lib/server/db.ts';
import { briefStates, briefUpdates } from './tables.ts';

/** When the text of each brief last changed, as its log and its state tell. */
export async function readChangedAt(ids: string[]): Promise<Map<string, Date>> {
  const changed = new Map<string, Date>();
  if (ids.length === 0) return changed;
  for (const table of [briefStates, briefUpdates]) {
    const rows = await db
      .select({ id: table.briefId, at: max(table.createdAt) })
      .from(table)
      .where(inArray(table.briefId, ids))
      .groupBy(table.briefId);
    for (const { id, at } of rows) if (at && at > (changed.get(id) ?? new Date(0))) changed.set(id, at);
  }
  return changed;
}
