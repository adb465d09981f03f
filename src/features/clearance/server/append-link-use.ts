import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '#lib/server/db.ts';
import { clearanceLinks } from './tables.ts';

/** Ends every mailed link of a text: it was decided, or it is another text now. */
export async function appendLinkUse(tx: Tx, pendingId: string): Promise<void> {
  await tx
    .update(clearanceLinks)
    .set({ usedAt: new Date() })
    .where(and(eq(clearanceLinks.pendingId, pendingId), isNull(clearanceLinks.usedAt)));
}
