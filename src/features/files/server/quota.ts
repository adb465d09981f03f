import { eq, sql } from 'drizzle-orm';
import { Refusal } from '#lib/refusal.ts';
import { settings } from '#lib/server/env.ts';
import type { Tx } from '#lib/server/db.ts';
import { files } from './tables.ts';

/** Bytes that someone's files take: the same bytes under several names count once. */
export async function bytesKept(from: Tx, personId: string): Promise<number> {
  const stored = from
    .select({ bytes: sql<number>`max(${files.bytes})`.as('stored_bytes') })
    .from(files)
    .where(eq(files.personId, personId))
    .groupBy(files.storedId)
    .as('stored');
  const [{ bytes }] = await from
    .select({ bytes: sql<number>`coalesce(sum(${stored.bytes}), 0)` })
    .from(stored);
  return Number(bytes);
}

export async function mustHaveRoom(from: Tx, personId: string, bytes: number): Promise<void> {
  if ((await bytesKept(from, personId)) + bytes > settings().fileQuota)
    throw new Refusal('invalid', 'file-quota', 'file');
}
