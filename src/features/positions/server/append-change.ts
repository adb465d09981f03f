import type { Act } from '#features/people/people.ts';
import { newId } from '#lib/id.ts';
import type { Tx } from '#lib/server/db.ts';
import type { ChangeKind, Holder } from '../positions.ts';
import { proposalChanges } from './tables.ts';
import type { ProposalRow } from './take-proposal.ts';

/** Keeps a change of a proposal that leaves its closing as it is: by whom, of what, and why. */
export async function appendChange(
  tx: Tx,
  proposal: ProposalRow,
  {
    act,
    kind,
    about,
    reason,
    now
  }: { act: Act; kind: ChangeKind; about: Holder | null; reason: string; now: Date }
): Promise<void> {
  const { id: proposalId, closesAt } = proposal;
  const times = { before: closesAt, after: closesAt, createdAt: now };
  await tx.insert(proposalChanges).values({ id: newId(), proposalId, ...act, kind, about, reason, ...times });
}
