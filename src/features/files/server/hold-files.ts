import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Member } from '#features/people/people.ts';
import { isId } from '#lib/id.ts';
import { db } from '#lib/server/db.ts';
import { limits } from '../files.ts';
import { files } from './tables.ts';

/** A draft holds these: its author's loose files stay longer than a day. Others' are not touched. */
export async function holdFiles(actor: Member, ids: string[], now = new Date()): Promise<void> {
  const asked = ids.filter(isId);
  if (asked.length === 0) return;
  await db
    .update(files)
    .set({ keepUntil: new Date(now.getTime() + limits.heldDays * 86_400_000) })
    .where(and(inArray(files.id, asked), eq(files.personId, actor.personId), isNull(files.attachedId)));
}
