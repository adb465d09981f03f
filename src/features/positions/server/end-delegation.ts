import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Act } from '#features/people/people.ts';
import type { Tx } from '#lib/server/db.ts';
import { positionDelegations } from './tables.ts';
import type { ProposalRow } from './take-proposal.ts';

/** Ends the delegation that `holder` has given, if there is one. What was cast under it stands. Returns its id. */
export async function endDelegation(
  tx: Tx,
  proposal: Pick<ProposalRow, 'id'>,
  { holder, act, now }: { holder: string; act: Act; now: Date }
): Promise<string | null> {
  const [ended] = await tx
    .update(positionDelegations)
    .set({ revokedAt: now, revokedBy: act })
    .where(
      and(
        eq(positionDelegations.proposalId, proposal.id),
        eq(positionDelegations.holder, holder),
        isNull(positionDelegations.revokedAt),
        gt(positionDelegations.endsAt, now)
      )
    )
    .returning({ id: positionDelegations.id });
  return ended?.id ?? null;
}
