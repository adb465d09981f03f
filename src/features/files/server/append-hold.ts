import { and, eq, inArray, isNull } from 'drizzle-orm';
import { isId } from '#lib/id.ts';
import type { Tx } from '#lib/server/db.ts';
import { limits } from '../files.ts';
import { files } from './tables.ts';

/** A draft, or a post that waits, holds these: their sender's loose files stay longer than a day. Others' are not touched. */
export async function holdFiles(tx: Tx, personId: string, ids: string[], now = new Date()): Promise<void> {
  const asked = ids.filter(isId);
  if (asked.length === 0) return;
  await tx
    .update(files)
    .set({ keepUntil: new Date(now.getTime() + limits.heldDays * 86_400_000) })
    .where(and(inArray(files.id, asked), eq(files.personId, personId), isNull(files.attachedId)));
}
