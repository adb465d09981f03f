import { and, count, eq, isNull } from 'drizzle-orm';
import { Refusal } from '#lib/refusal.ts';
import type { Tx } from '#lib/server/db.ts';
import type { SessionRow } from '#features/sessions/server/list-parts.ts';
import { sessionAmendments, sessionApprovals } from './tables.ts';

type Approval = typeof sessionApprovals.$inferSelect;

/** The approval of a closed session that has not happened yet; what is approved, or older than approvals, is frozen. */
export async function takeApproval(tx: Tx, session: SessionRow): Promise<Approval> {
  if (!session.closedAt) throw new Refusal('conflict', 'session-not-closed');
  const [approval] = await tx
    .select()
    .from(sessionApprovals)
    .where(eq(sessionApprovals.sessionId, session.id));
  if (!approval || approval.approvedAt) throw new Refusal('conflict', 'record-approved');
  return approval;
}

/** How many corrections nobody has decided yet. */
export async function countOpen(tx: Tx, sessionId: string): Promise<number> {
  const [{ open }] = await tx
    .select({ open: count() })
    .from(sessionAmendments)
    .where(
      and(
        eq(sessionAmendments.sessionId, sessionId),
        isNull(sessionAmendments.decidedSeq),
        isNull(sessionAmendments.withdrawnAt)
      )
    );
  return Number(open);
}
