import type * as v from 'valibot';
import type { Actor } from '#features/people/people.ts';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import { mustBeSignedIn, readAct } from '#features/people/server/read-act.ts';
import { readSpace } from '#features/spaces/server/read-space.ts';
import { newId } from '#lib/id.ts';
import { Refusal } from '#lib/refusal.ts';
import { atomic } from '#lib/server/db.ts';
import type { extension } from '../inputs.ts';
import { limits } from '../positions.ts';
import { announceChange } from './announce-change.ts';
import { mayRun } from './may.ts';
import { proposalChanges } from './tables.ts';
import { bumpProposal, mustNotBeClosed, takeProposal } from './take-proposal.ts';

/** Gives more time, with a reason that everyone reads. A proposal that is closed stays so; none is shortened by it. */
export async function extendProposal(
  actor: Actor,
  { proposalId, reason, closesAt, capacity }: v.InferOutput<typeof extension>,
  at?: Date
): Promise<void> {
  mustBeSignedIn(actor);
  const extended = await atomic(async (tx) => {
    const { proposal, now } = await takeProposal(tx, proposalId, at);
    const space = await readSpace(actor, { id: proposal.spaceId }, tx);
    if (!mayRun(actor, space, proposal)) throw new Refusal('not-allowed');
    mustNotBeClosed(proposal, now);
    if (closesAt <= proposal.closesAt) throw new Refusal('invalid', 'extension-earlier', 'closes');
    if (closesAt.getTime() - proposal.opensAt.getTime() > limits.days * 86_400_000)
      throw new Refusal('invalid', 'closes-too-late', 'closes');
    const act = await readAct(actor, capacity, 'speak', tx);
    await tx.insert(proposalChanges).values({
      id: newId(),
      proposalId,
      ...act,
      kind: 'extension',
      before: proposal.closesAt,
      after: closesAt,
      reason,
      createdAt: now
    });
    const after = await bumpProposal(tx, proposalId, { closesAt });
    await appendEntry(tx, {
      action: 'proposal.extended',
      actor: act,
      object: { kind: 'proposal', id: proposalId },
      threadId: proposal.subjectKind === 'thread' ? proposal.subjectId : null,
      spaceId: proposal.spaceId,
      text: reason,
      detail: { before: proposal.closesAt.toISOString(), after: closesAt.toISOString() },
      at: now
    });
    return after;
  });
  await announceChange(extended, false);
}
