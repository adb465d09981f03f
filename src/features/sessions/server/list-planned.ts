import { and, asc, eq, isNull } from 'drizzle-orm';
import { actOf } from '#features/people/server/act-columns.ts';
import type { Tx } from '#lib/server/db.ts';
import type { ItemProposal, SessionDocument } from '../planning.ts';
import { sessionDocuments, sessionItemProposals } from './plan-tables.ts';

/** The papers of a session, in the order in which they were added. */
export async function listPapers(from: Tx, sessionId: string): Promise<SessionDocument[]> {
  const rows = await from
    .select()
    .from(sessionDocuments)
    .where(and(eq(sessionDocuments.sessionId, sessionId), isNull(sessionDocuments.withdrawnAt)))
    .orderBy(asc(sessionDocuments.addedAt), asc(sessionDocuments.id));
  return rows.map(({ id, itemId, title, href, owner }) => ({ id, item: itemId, title, href, owner }));
}

/** The items that are asked for and were not decided. */
export async function listItemProposals(from: Tx, sessionId: string): Promise<ItemProposal[]> {
  const rows = await from
    .select()
    .from(sessionItemProposals)
    .where(and(eq(sessionItemProposals.sessionId, sessionId), isNull(sessionItemProposals.decidedAt)))
    .orderBy(asc(sessionItemProposals.proposedAt), asc(sessionItemProposals.id));
  return rows.map((row) => ({
    id: row.id,
    title: row.itemTitle,
    minutes: row.minutes,
    reason: row.reason,
    by: actOf(row)
  }));
}
