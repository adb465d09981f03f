import { and, asc, eq, isNull } from 'drizzle-orm';
import { actOf } from '#features/people/server/act-columns.ts';
import type { Tx } from '#lib/server/db.ts';
import type { OpenAmendment } from '../approval.ts';
import { sessionAmendments, sessionApprovals } from './tables.ts';

/** Until when the minutes of a session may be corrected, and whether they are approved; none for sessions older than approvals. */
export async function readApproval(from: Tx, sessionId: string) {
  const [row] = await from.select().from(sessionApprovals).where(eq(sessionApprovals.sessionId, sessionId));
  return row as typeof row | undefined;
}

/** The corrections that wait for the chair, in the order in which they were proposed. */
export async function listOpenAmendments(from: Tx, sessionId: string): Promise<OpenAmendment[]> {
  const rows = await from
    .select()
    .from(sessionAmendments)
    .where(
      and(
        eq(sessionAmendments.sessionId, sessionId),
        isNull(sessionAmendments.decidedSeq),
        isNull(sessionAmendments.withdrawnAt)
      )
    )
    .orderBy(asc(sessionAmendments.number));
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    passage: row.passage,
    text: row.body,
    reason: row.reason,
    lang: row.lang,
    dir: row.dir,
    act: actOf(row),
    at: row.proposedAt.toISOString()
  }));
}
