import { count, inArray } from 'drizzle-orm';
import { db } from '#lib/server/db.ts';
import { phaseOf } from '../positions.ts';
import type { ProposalSummary } from '../proposal-views.ts';
import { proposalEligibles } from './tables.ts';
import type { ProposalRow } from './take-proposal.ts';

/** How many decide, by proposal; where every person may, there is no list to count. At least one row is asked for. */
export async function sizesOf(rows: ProposalRow[]): Promise<Map<string, number>> {
  const sizes = await db
    .select({ id: proposalEligibles.proposalId, size: count() })
    .from(proposalEligibles)
    .where(
      inArray(
        proposalEligibles.proposalId,
        rows.map(({ id }) => id)
      )
    )
    .groupBy(proposalEligibles.proposalId);
  return new Map(sizes.map(({ id, size }) => [id, size]));
}

/** A proposal as lists show it: the same for everyone who may read its space. */
export function summaryOf(row: ProposalRow, sizes: Map<string, number>, at: Date): ProposalSummary {
  const { id, question, lang, dir, method, decides, answered, outcome, options } = row;
  return {
    ...{ id, question, lang, dir, method, decides, answered, outcome },
    phase: phaseOf(row, at),
    opensAt: row.opensAt.toISOString(),
    closesAt: (row.closedAt ?? row.closesAt).toISOString(),
    eligible: decides === 'person' ? null : (sizes.get(id) ?? 0),
    first: options.filter((option) => outcome?.options.includes(option.id))
  };
}
