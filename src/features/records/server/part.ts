import { and, asc, eq, isNotNull, lte } from 'drizzle-orm';
import { actOf } from '#features/people/server/act-columns.ts';
import type { RoomPart } from '#features/sessions/server/list-parts.ts';
import type { Tx } from '#lib/server/db.ts';
import { recordKey, type RecordedAmendment } from '../approval.ts';
import { sessionAmendments, sessionApprovals } from './tables.ts';

/** What the record says of itself: until when it may be corrected, what was corrected, and its approval. */
export const recordPart: RoomPart = {
  key: recordKey,
  async chapter(from, { id }, upTo) {
    const [row] = await from.select().from(sessionApprovals).where(eq(sessionApprovals.sessionId, id));
    if (!row) return {};
    const approved = row.approvedAt !== null && row.approvedSeq! <= upTo;
    const amendments = await listDecided(from, id, upTo);
    return {
      approval: {
        deadline: row.deadline.toISOString(),
        ...(approved && { approvedAt: row.approvedAt!.toISOString(), by: row.approvedBy }),
        ...(approved && row.early && { early: row.early })
      },
      ...(amendments.length > 0 && { amendments })
    };
  }
};

async function listDecided(from: Tx, sessionId: string, upTo: number): Promise<RecordedAmendment[]> {
  const rows = await from
    .select()
    .from(sessionAmendments)
    .where(
      and(
        eq(sessionAmendments.sessionId, sessionId),
        isNotNull(sessionAmendments.decidedSeq),
        lte(sessionAmendments.decidedSeq, upTo)
      )
    )
    .orderBy(asc(sessionAmendments.number));
  return rows.map((row) => ({
    number: row.number,
    passage: row.passage,
    text: row.body,
    reason: row.reason,
    lang: row.lang,
    dir: row.dir,
    act: actOf(row),
    at: row.proposedAt.toISOString(),
    decided: row.acceptedAt ? 'accepted' : 'refused',
    decidedBy: row.decidedBy!,
    decidedAt: (row.acceptedAt ?? row.refusedAt)!.toISOString(),
    decision: row.decision
  }));
}
