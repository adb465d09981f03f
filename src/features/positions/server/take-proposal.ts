import { eq, getTableColumns, sql } from 'drizzle-orm';
import { Refusal } from '#lib/refusal.ts';
import { dialect } from '#lib/server/columns.ts';
import type { Tx } from '#lib/server/db.ts';
import { proposals } from './tables.ts';

export type ProposalRow = typeof proposals.$inferSelect;

/** The database's own clock, in milliseconds since 1970: several processes must agree on when a proposal is closed. */
const clock =
  dialect === 'postgres'
    ? sql<number>`extract(epoch from clock_timestamp()) * 1000`
    : sql<number>`unixepoch('subsec') * 1000`;

/**
 * Takes a proposal's row: the first statement of every transaction that changes it, so that its changes come one after
 * another on both databases. `now` is read behind it: who waited while it was closed is too late. Tests may give `at`.
 */
export async function takeProposal(
  tx: Tx,
  id: string,
  at?: Date
): Promise<{ proposal: ProposalRow; now: Date }> {
  const [row] = await tx
    .update(proposals)
    .set({ turns: sql`${proposals.turns} + 1` })
    .where(eq(proposals.id, id))
    .returning({ ...getTableColumns(proposals), now: clock.mapWith(Number) });
  if (!row) throw new Refusal('not-found');
  const { now, ...proposal } = row;
  return { proposal, now: at ?? new Date(Math.floor(now)) };
}

/** Refuses when nobody may answer any more, or yet. At the moment of closing it is closed. */
export function mustBeOpen(proposal: ProposalRow, now: Date): void {
  mustNotBeClosed(proposal, now);
  if (proposal.opensAt > now) throw new Refusal('conflict', 'proposal-not-open');
}

export function mustNotBeClosed(proposal: ProposalRow, now: Date): void {
  if (proposal.withdrawnAt) throw new Refusal('conflict', 'proposal-withdrawn');
  if (proposal.closedAt || proposal.closesAt <= now) throw new Refusal('conflict', 'proposal-closed');
}

/** The next number of the room's sequence, with what else changes. */
export async function bumpProposal(
  tx: Tx,
  id: string,
  set: Partial<Pick<ProposalRow, 'closedAt' | 'closedBy' | 'withdrawnAt' | 'closesAt' | 'forum'>>,
  answers = 0
): Promise<ProposalRow> {
  const [row] = await tx
    .update(proposals)
    .set({
      ...set,
      seq: sql`${proposals.seq} + 1`,
      answered: sql`${proposals.answered} + ${answers}`
    })
    .where(eq(proposals.id, id))
    .returning();
  return row;
}
