import { and, asc, isNull, lte, notExists, eq } from 'drizzle-orm';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import { changeByClock } from '#features/sessions/server/change-session.ts';
import { announce } from '#lib/server/announce.ts';
import { db } from '#lib/server/db.ts';
import { events } from '../approval.ts';
import { appendApproval } from './append-approval.ts';
import { appendEdition } from './append-edition.ts';
import { sessionAmendments, sessionApprovals } from './tables.ts';
import { readEdition } from './read-editions.ts';
import { countOpen } from './take-approval.ts';
import { readApproval } from './read-approval.ts';

/**
 * Approves the minutes of every session whose deadline is over and of which no correction waits: who is silent agrees. The moment is the
 * deadline, however late this runs; whoever comes second finds it done.
 */
export async function approveDue(now = new Date()): Promise<void> {
  const due = await db
    .select({ sessionId: sessionApprovals.sessionId })
    .from(sessionApprovals)
    .where(
      and(isNull(sessionApprovals.approvedAt), lte(sessionApprovals.deadline, now), notExists(waiting()))
    )
    .orderBy(asc(sessionApprovals.deadline))
    .limit(50);
  for (const { sessionId } of due) {
    const made = await changeByClock(sessionId, now, async (change) => {
      const { tx, session } = change;
      const approval = await readApproval(tx, sessionId);
      // Approved or corrected by another in between.
      if (!approval || approval.approvedAt || (await countOpen(tx, sessionId)) > 0) return null;
      const { builtAt } = await readEdition(tx, sessionId);
      const at = builtAt > approval.deadline ? builtAt : approval.deadline;
      await appendApproval(change, { by: null, at });
      const { number, hash } = await appendEdition(change, 'approval', at);
      await appendEntry(tx, {
        action: events.approved,
        actor: null,
        object: { kind: 'session', id: sessionId },
        spaceId: session.spaceId,
        detail: { edition: number, record: hash, early: false },
        at
      });
      return { spaceId: session.spaceId, edition: number, hash };
    });
    if (made) announce({ name: events.approved, rooms: [], payload: { id: sessionId, ...made } });
  }
}

const waiting = () =>
  db
    .select({ id: sessionAmendments.id })
    .from(sessionAmendments)
    .where(
      and(
        eq(sessionAmendments.sessionId, sessionApprovals.sessionId),
        isNull(sessionAmendments.decidedSeq),
        isNull(sessionAmendments.withdrawnAt)
      )
    );
