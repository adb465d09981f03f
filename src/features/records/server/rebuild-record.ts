import { eq } from 'drizzle-orm';
import { Refusal } from '#lib/refusal.ts';
import { db } from '#lib/server/db.ts';
import { buildRecord } from './build-record.ts';
import { sessionRecords } from './tables.ts';

/** Builds the record of a closed session again and compares it with the stored one, byte for byte. It writes nothing. */
export async function rebuildRecord(id: string): Promise<{ bytes: Uint8Array; hash: string; same: boolean }> {
  const [stored] = await db.select().from(sessionRecords).where(eq(sessionRecords.sessionId, id));
  if (!stored) throw new Refusal('not-found');
  const built = await buildRecord(db, id, stored.upTo ?? Number.MAX_SAFE_INTEGER);
  return {
    ...built,
    same: built.hash === stored.hash && Buffer.from(built.bytes).equals(Buffer.from(stored.bytes))
  };
}
