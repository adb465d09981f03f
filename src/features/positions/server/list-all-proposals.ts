import { and, asc, count, desc, eq, inArray, isNotNull, isNull, or, sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { readableSpaces } from '#features/spaces/server/read-readable.ts';
import { spaces } from '#features/spaces/server/tables.ts';
import { db } from '#lib/server/db.ts';
import { limits } from '../positions.ts';
import type { ListedProposal } from '../proposal-views.ts';
import { closeDue } from './close-due.ts';
import { sizesOf, summaryOf } from './summaries.ts';
import { proposals } from './tables.ts';

export interface ProposalPage {
  items: ListedProposal[];
  more: boolean;
  /** How many there are to read in all, of each. */
  counts: { open: number; ended: number };
}

/**
 * The proposals of every space that `actor` may read: those that run or will, the one that closes first on top; or those
 * that have ended, the latest on top. What one may not read is neither listed nor counted. Four queries, whatever it shows.
 */
export async function listAllProposals(
  actor: Actor,
  { ended = false, page = 0, size = limits.listed }: { ended?: boolean; page?: number; size?: number } = {},
  at = new Date()
): Promise<ProposalPage> {
  await closeDue(at);
  const readable = inArray(proposals.spaceId, readableSpaces(actor));
  const isOver = or(isNotNull(proposals.closedAt), isNotNull(proposals.withdrawnAt))!;
  const runs = and(isNull(proposals.closedAt), isNull(proposals.withdrawnAt))!;
  const endedAt = sql`coalesce(${proposals.withdrawnAt}, ${proposals.closedAt})`;
  const order: SQL[] = ended
    ? [desc(endedAt), desc(proposals.id)]
    : [asc(proposals.closesAt), asc(proposals.id)];
  const rows = await db
    .select({ proposal: proposals, space: { slug: spaces.slug, titles: spaces.titles } })
    .from(proposals)
    .innerJoin(spaces, eq(spaces.id, proposals.spaceId))
    .where(and(readable, ended ? isOver : runs))
    .orderBy(...order)
    .limit(size + 1)
    .offset(page * size);
  const shown = rows.slice(0, size);
  const sizes = shown.length
    ? await sizesOf(shown.map(({ proposal }) => proposal))
    : new Map<string, number>();
  const [counted] = await db
    .select({ all: count(), open: sql<number>`sum(case when ${runs} then 1 else 0 end)` })
    .from(proposals)
    .where(readable);
  const open = Number(counted.open ?? 0);
  return {
    items: shown.map(({ proposal, space }) => ({ ...summaryOf(proposal, sizes, at), space })),
    more: rows.length > size,
    counts: { open, ended: Number(counted.all) - open }
  };
}
