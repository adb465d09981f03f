import { and, asc, isNull, lte } from 'drizzle-orm';
import { atomic, db } from '#lib/server/db.ts';
import { announceChange } from './announce-change.ts';
import { appendClosure } from './append-closure.ts';
import { proposals } from './tables.ts';
import { takeProposal } from './take-proposal.ts';

/**
 * Closes every proposal whose time has come. The timer calls it, and every question before it answers: a process that
 * slept, or was not there, shows nobody a proposal that should be closed. The closing moment is the one that was set,
 * however late this runs; whoever comes second finds it done.
 */
export async function closeDue(now = new Date()): Promise<void> {
  const due = await db
    .select({ id: proposals.id })
    .from(proposals)
    .where(and(isNull(proposals.closedAt), isNull(proposals.withdrawnAt), lte(proposals.closesAt, now)))
    .orderBy(asc(proposals.closesAt))
    .limit(50);
  for (const { id } of due) {
    const closed = await atomic(async (tx) => {
      const { proposal, now: taken } = await takeProposal(tx, id);
      const then = taken > now ? taken : now;
      // It was extended, withdrawn, or closed by another, in between.
      if (proposal.closedAt || proposal.withdrawnAt || proposal.closesAt > then) return null;
      return appendClosure(tx, proposal, { at: proposal.closesAt, by: null });
    });
    if (closed) await announceChange(closed, true);
  }
}
