import type * as v from 'valibot';
import type { Actor } from '#features/people/people.ts';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import { mustBeSignedIn, readAct } from '#features/people/server/read-act.ts';
import { readSpace } from '#features/spaces/server/read-space.ts';
import { Refusal } from '#lib/refusal.ts';
import { atomic } from '#lib/server/db.ts';
import type { proposalWithdrawal } from '../inputs.ts';
import { announceChange } from './announce-change.ts';
import { appendChange } from './append-change.ts';
import { mayRun } from './may.ts';
import { bumpProposal, mustNotBeClosed, takeProposal } from './take-proposal.ts';

/**
 * Takes a proposal back, with a reason that everyone reads: it stays to be read, nobody answers any more, and it has no
 * result. What was closed until the end is told to nobody. Refuses not-allowed, conflict `proposal-closed`, `proposal-withdrawn`.
 */
export async function withdrawProposal(
  actor: Actor,
  { proposalId, reason, capacity }: v.InferOutput<typeof proposalWithdrawal>,
  at?: Date
): Promise<void> {
  mustBeSignedIn(actor);
  const withdrawn = await atomic(async (tx) => {
    const { proposal, now } = await takeProposal(tx, proposalId, at);
    const space = await readSpace(actor, { id: proposal.spaceId }, tx);
    if (!mayRun(actor, space, proposal)) throw new Refusal('not-allowed');
    mustNotBeClosed(proposal, now);
    const act = await readAct(actor, capacity, 'speak', tx);
    await appendChange(tx, proposal, { act, kind: 'withdrawal', about: null, reason, now });
    const after = await bumpProposal(tx, proposalId, { withdrawnAt: now });
    await appendEntry(tx, {
      action: 'proposal.withdrawn',
      actor: act,
      object: { kind: 'proposal', id: proposalId },
      threadId: proposal.subjectKind === 'thread' ? proposal.subjectId : null,
      spaceId: proposal.spaceId,
      text: reason,
      at: now
    });
    return after;
  });
  await announceChange(withdrawn, false);
}
