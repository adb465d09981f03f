import { and, eq } from 'drizzle-orm';
import { Refusal } from '#lib/refusal.ts';
import type { Tx } from '#lib/server/db.ts';
import { sessionAmendments } from './tables.ts';

/** A correction of this session that nobody has decided or taken back yet. */
export async function findOpenAmendment(tx: Tx, sessionId: string, id: string) {
  const [amendment] = await tx
    .select()
    .from(sessionAmendments)
    .where(and(eq(sessionAmendments.id, id), eq(sessionAmendments.sessionId, sessionId)));
  if (!amendment) throw new Refusal('not-found');
  if (amendment.decidedSeq !== null || amendment.withdrawnAt)
    throw new Refusal('conflict', 'correction-decided');
  return amendment;
}
