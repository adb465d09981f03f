import { desc, eq, lt } from 'drizzle-orm';
import { db } from '#lib/server/db.ts';
import { genesis } from '../audit.ts';
import { auditEntries } from './tables.ts';

/** The end of the chain. Who keeps these two can later be shown whether everything until then is still as it was. */
export interface Head {
  seq: number;
  at: string | null;
  hash: string;
}

/** The last entry there is, or the last one that was made before a moment. */
export async function readHead(before?: Date): Promise<Head> {
  const [last] = await db
    .select({ seq: auditEntries.seq, at: auditEntries.at, hash: auditEntries.hash })
    .from(auditEntries)
    .where(before && lt(auditEntries.at, before))
    .orderBy(desc(auditEntries.seq))
    .limit(1);
  return last ? { ...last, at: last.at.toISOString() } : { seq: 0, at: null, hash: genesis };
}

/** Whether the entry with this number has this hash: all that a holder of an old head needs to be told. */
export async function readWitness(seq: number, hash: string): Promise<boolean> {
  if (seq === 0) return hash === genesis;
  const [entry] = await db
    .select({ hash: auditEntries.hash })
    .from(auditEntries)
    .where(eq(auditEntries.seq, seq));
  return entry?.hash === hash;
}
