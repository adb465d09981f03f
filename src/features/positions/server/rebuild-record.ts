import { eq } from 'drizzle-orm';
import { Refusal } from '#lib/refusal.ts';
import { db } from '#lib/server/db.ts';
import { buildRecord } from './build-record.ts';
import { commitmentOf } from './commitment.ts';
import { proposalRecords } from './tables.ts';

/**
 * Builds the record of a closed proposal again and compares it with the stored one, byte for byte; and each position with
 * its commitment. It writes nothing.
 */
export async function rebuildRecord(id: string): Promise<{ hash: string; same: boolean }> {
  const [stored] = await db.select().from(proposalRecords).where(eq(proposalRecords.proposalId, id));
  if (!stored) throw new Refusal('not-found');
  const { bytes, hash, record } = await buildRecord(db, id);
  const kept = [...record.positions, ...record.advice].every(
    ({ holder, value, reservation, explanation, salt, commitment }) =>
      commitment === commitmentOf({ proposal: id, holder: holder.key, value, reservation, explanation, salt })
  );
  return { hash, same: kept && hash === stored.hash && Buffer.from(bytes).equals(Buffer.from(stored.bytes)) };
}
