import { asc, gt } from 'drizzle-orm';
import { db, type Tx } from '#lib/server/db.ts';
import type { Entry } from '../audit.ts';
import { auditEntries } from './tables.ts';

/** The facts after the number `after`, oldest first: what a listener reads that must miss nothing, even over a restart. */
export async function readEntries(after: number, most: number, from: Tx = db): Promise<Entry[]> {
  const rows = await from
    .select()
    .from(auditEntries)
    .where(gt(auditEntries.seq, after))
    .orderBy(asc(auditEntries.seq))
    .limit(most);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
