import { and, asc, desc, eq } from 'drizzle-orm';
import { Refusal } from '#lib/refusal.ts';
import type { Tx } from '#lib/server/db.ts';
import type { EditionReason, EditionView } from '../approval.ts';
import { sessionRecordEditions, sessionRecords } from './tables.ts';

export interface Edition {
  number: number;
  reason: EditionReason;
  bytes: Uint8Array;
  hash: string;
  upTo: number;
  builtAt: Date;
}

/** An edition of a record, the latest when no number is given. Refuses not-found. */
export async function readEdition(from: Tx, sessionId: string, number?: number): Promise<Edition> {
  if (number !== 1) {
    const [later] = await from
      .select()
      .from(sessionRecordEditions)
      .where(
        and(
          eq(sessionRecordEditions.sessionId, sessionId),
          number === undefined ? undefined : eq(sessionRecordEditions.number, number)
        )
      )
      .orderBy(desc(sessionRecordEditions.number))
      .limit(1);
    if (later) return later;
    if (number !== undefined) throw new Refusal('not-found');
  }
  const [first] = await from.select().from(sessionRecords).where(eq(sessionRecords.sessionId, sessionId));
  if (!first) throw new Refusal('not-found');
  return { ...first, number: 1, reason: 'close', upTo: first.upTo ?? Number.MAX_SAFE_INTEGER };
}

/** All editions of a record, the first first, without their bytes. */
export async function listEditions(from: Tx, sessionId: string): Promise<EditionView[]> {
  const [first] = await from
    .select({ hash: sessionRecords.hash, at: sessionRecords.builtAt })
    .from(sessionRecords)
    .where(eq(sessionRecords.sessionId, sessionId));
  if (!first) return [];
  const later = await from
    .select({
      number: sessionRecordEditions.number,
      reason: sessionRecordEditions.reason,
      hash: sessionRecordEditions.hash,
      at: sessionRecordEditions.builtAt
    })
    .from(sessionRecordEditions)
    .where(eq(sessionRecordEditions.sessionId, sessionId))
    .orderBy(asc(sessionRecordEditions.number));
  return [{ ...first, number: 1, reason: 'close' as const }, ...later].map(({ at, ...edition }) => ({
    ...edition,
    at: at.toISOString()
  }));
}
