import { stat } from 'node:fs/promises';
import { and, inArray, isNull, lt } from 'drizzle-orm';
import { atomic, db } from '#lib/server/db.ts';
import { limits } from '../files.ts';
import { discardUnused } from './remove-file.ts';
import { discard, everythingOnShelf } from './shelf.ts';
import { files } from './tables.ts';

/**
 * Takes away what nobody attached in time, and bytes without a row: what a process that was killed between the two, or
 * in the middle of a stream, left behind. Bytes younger than a day may be on their way to a row. Returns the counts.
 */
export async function sweepFiles(now = new Date()): Promise<{ loose: number; strays: number }> {
  const gone = await atomic((tx) =>
    tx
      .delete(files)
      .where(and(isNull(files.attachedId), lt(files.keepUntil, now)))
      .returning({ personId: files.personId, storedId: files.storedId })
  );
  for (const row of gone) await discardUnused(row);
  const dayAgo = now.getTime() - limits.looseDays * 86_400_000;
  const lying = await everythingOnShelf();
  let strays = 0;
  for (let from = 0; from < lying.length; from += 500) {
    const some = lying.slice(from, from + 500);
    const names = some.map(({ name }) => name);
    const rows = await db.select({ id: files.storedId }).from(files).where(inArray(files.storedId, names));
    const known = new Set(rows.map(({ id }) => id));
    for (const { name, path } of some) {
      const age = known.has(name) ? null : await stat(path).catch(() => null);
      if (!age || age.mtimeMs > dayAgo) continue;
      strays += 1;
      await discard(path);
    }
  }
  return { loose: gone.length, strays };
}
