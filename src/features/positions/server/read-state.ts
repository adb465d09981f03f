import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Tx } from '#lib/server/db.ts';
import { phaseOf, type PositionView, type ProposalState } from '../positions.ts';
import { positions, positionValues } from './tables.ts';
import type { ProposalRow } from './take-proposal.ts';
import { positionView } from './views.ts';

/** What every reader is told of how far a proposal is. Who has answered only where the proposer said so. */
export async function readState(from: Tx, proposal: ProposalRow, at: Date): Promise<ProposalState> {
  const rows = proposal.awaitedShown
    ? await from
        .select({ holder: positions.holder })
        .from(positions)
        .where(
          and(
            eq(positions.proposalId, proposal.id),
            eq(positions.standing, 'decides'),
            isNull(positions.supersededAt)
          )
        )
    : null;
  return {
    phase: phaseOf(proposal, at),
    closesAt: proposal.closesAt.toISOString(),
    answered: proposal.answered,
    holders: rows && rows.map(({ holder }) => holder).sort()
  };
}

/** Whether positions may be seen: always, or only once nothing can be cast any more and the record is written. */
export const areSeen = (proposal: ProposalRow): boolean =>
  proposal.visible === 'open' || proposal.closedAt !== null;

/** The positions that stand, after the number `since`; none as long as they are not to be seen. */
export async function readPositions(from: Tx, proposal: ProposalRow, since = -1): Promise<PositionView[]> {
  if (!areSeen(proposal)) return [];
  const rows = await from
    .select()
    .from(positions)
    .innerJoin(positionValues, eq(positionValues.positionId, positions.id))
    .where(
      and(eq(positions.proposalId, proposal.id), isNull(positions.supersededAt), gt(positions.seq, since))
    )
    .orderBy(positions.seq, positions.id);
  return rows.map((row) => positionView(row.positions, row.position_values));
}
