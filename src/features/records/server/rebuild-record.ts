import { Refusal } from '#lib/refusal.ts';
import { db } from '#lib/server/db.ts';
import { buildRecord } from './build-record.ts';
import { listEditions, readEdition } from './read-editions.ts';

/** Builds an edition of a record again (the first, when none is named) and compares it with the stored one, byte for byte. It writes nothing. */
export async function rebuildRecord(
  id: string,
  number = 1
): Promise<{ bytes: Uint8Array; hash: string; same: boolean }> {
  const stored = await readEdition(db, id, number);
  const { reason, builtAt: at } = stored;
  const built = await buildRecord(
    db,
    id,
    stored.upTo,
    number === 1 ? undefined : { number, reason, at, follows: (await readEdition(db, id, number - 1)).hash }
  );
  return {
    bytes: built.bytes,
    hash: built.hash,
    same: built.hash === stored.hash && Buffer.from(built.bytes).equals(Buffer.from(stored.bytes))
  };
}

/** Whether every edition of a record is what building it again gives: the numbers of those that are not. */
export async function findChangedEditions(id: string): Promise<{ seen: number; changed: number[] }> {
  const editions = await listEditions(db, id);
  if (editions.length === 0) throw new Refusal('not-found');
  const changed: number[] = [];
  for (const { number } of editions) if (!(await rebuildRecord(id, number)).same) changed.push(number);
  return { seen: editions.length, changed };
}
