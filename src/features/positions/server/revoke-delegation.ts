import { eq } from 'drizzle-orm';
import type * as v from 'valibot';
import type { Actor } from '#features/people/people.ts';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import { mustBeSignedIn, readAct } from '#features/people/server/read-act.ts';
import { readSpace } from '#features/spaces/server/read-space.ts';
import { Refusal } from '#lib/refusal.ts';
import { announce } from '#lib/server/announce.ts';
import { atomic } from '#lib/server/db.ts';
import type { delegationEnd } from '../inputs.ts';
import { type ProposalFact } from '../positions.ts';
import { factOf } from './announce-change.ts';
import { endDelegation } from './end-delegation.ts';
import { decidingCapacities, ownHolder } from './find-standing.ts';
import { positionDelegations } from './tables.ts';
import { mustNotBeClosed, takeProposal } from './take-proposal.ts';

/**
 * Takes a delegation back, at any moment until the close: whoever may decide for its holder may. What was cast under it
 * stands until somebody replaces it. Refuses not-found to those whom it does not concern.
 */
export async function revokeDelegation(
  actor: Actor,
  { delegationId }: v.InferOutput<typeof delegationEnd>,
  at?: Date
): Promise<void> {
  mustBeSignedIn(actor);
  const fact = await atomic(async (tx) => {
    const [found] = await tx
      .select()
      .from(positionDelegations)
      .where(eq(positionDelegations.id, delegationId));
    if (!found) throw new Refusal('not-found');
    const { proposal, now } = await takeProposal(tx, found.proposalId, at);
    await readSpace(actor, { id: proposal.spaceId }, tx);
    const own = decidingCapacities(actor).find(
      ({ value, country }) => ownHolder(proposal, { organisationId: value, country }) === found.holder
    );
    if (!own) throw new Refusal('not-found');
    const act = await readAct(actor, own.value, 'negotiate', tx);
    mustNotBeClosed(proposal, now);
    const ended = await endDelegation(tx, proposal, { holder: found.holder, act, now });
    if (ended !== found.id) throw new Refusal('conflict', 'delegation-over');
    await appendEntry(tx, {
      action: 'position.delegation-revoked',
      actor: act,
      object: { kind: 'delegation', id: found.id },
      threadId: proposal.subjectKind === 'thread' ? proposal.subjectId : null,
      spaceId: proposal.spaceId,
      detail: { proposal: proposal.id, holder: found.holder },
      at: now
    });
    return factOf(proposal);
  });
  announce<ProposalFact>({ name: 'position.delegation-revoked', rooms: [], payload: fact });
}
