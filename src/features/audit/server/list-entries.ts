import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import { db, type Tx } from '#lib/server/db.ts';
import type { Entry } from '../audit.ts';
import { auditEntries } from './tables.ts';

const viewOf = (row: typeof auditEntries.$inferSelect): Entry => ({ ...row, at: row.at.toISOString() });

/** The entries of a thread after a number, oldest first: a chain of their own within the whole. */
export async function listThreadEntries(threadId: string, after: number, most: number): Promise<Entry[]> {
  const rows = await db
    .select()
    .from(auditEntries)
    .where(and(eq(auditEntries.threadId, threadId), gt(auditEntries.seq, after)))
    .orderBy(asc(auditEntries.seq))
    .limit(most);
  return rows.map(viewOf);
}

/** Everything that happened to these objects, oldest first; a few hundred of them at a time. */
export async function listEntriesOf(kind: string, ids: string[], from: Tx = db): Promise<Entry[]> {
  if (ids.length === 0) return [];
  const rows = await from
    .select()
    .from(auditEntries)
    .where(and(eq(auditEntries.objectKind, kind), inArray(auditEntries.objectId, ids)))
    .orderBy(asc(auditEntries.seq));
  return rows.map(viewOf);
}
