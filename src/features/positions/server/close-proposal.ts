import type * as v from 'valibot';
import type { Actor } from '#features/people/people.ts';
import { mustBeSignedIn, readAct } from '#features/people/server/read-act.ts';
import { readSpace } from '#features/spaces/server/read-space.ts';
import { newId } from '#lib/id.ts';
import { Refusal } from '#lib/refusal.ts';
import { atomic } from '#lib/server/db.ts';
import type { earlyClosing } from '../inputs.ts';
import { announceChange } from './announce-change.ts';
import { appendClosure } from './append-closure.ts';
import { mayRun } from './may.ts';
import { proposalChanges } from './tables.ts';
import { mustNotBeClosed, takeProposal } from './take-proposal.ts';

/** Closes a proposal before its time, with a reason that everyone reads. Refuses not-allowed, conflict `proposal-closed`. */
export async function closeProposal(
  actor: Actor,
  { proposalId, reason, capacity }: v.InferOutput<typeof earlyClosing>,
  at?: Date
): Promise<void> {
  mustBeSignedIn(actor);
  const closed = await atomic(async (tx) => {
    const { proposal, now } = await takeProposal(tx, proposalId, at);
    const space = await readSpace(actor, { id: proposal.spaceId }, tx);
    if (!mayRun(actor, space, proposal)) throw new Refusal('not-allowed');
    mustNotBeClosed(proposal, now);
    const act = await readAct(actor, capacity, 'speak', tx);
    await tx.insert(proposalChanges).values({
      id: newId(),
      proposalId,
      ...act,
      kind: 'early_closing',
      before: proposal.closesAt,
      after: now,
      reason,
      createdAt: now
    });
    return appendClosure(tx, proposal, { at: now, by: act });
  });
  await announceChange(closed, true);
}
