import { and, eq } from 'drizzle-orm';
import type * as v from 'valibot';
import type { Actor } from '#features/people/people.ts';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import { mustBeSignedIn, readAct } from '#features/people/server/read-act.ts';
import { readSpace } from '#features/spaces/server/read-space.ts';
import { Refusal } from '#lib/refusal.ts';
import { atomic, type Tx } from '#lib/server/db.ts';
import type { eligibleAmendment } from '../inputs.ts';
import { limits, type Holder } from '../positions.ts';
import { announceChange } from './announce-change.ts';
import { appendChange } from './append-change.ts';
import { findCurrent } from './cast-position.ts';
import { listEligible } from './list-eligible.ts';
import { mayRun } from './may.ts';
import { proposalEligibles } from './tables.ts';
import { bumpProposal, mustNotBeClosed, takeProposal, type ProposalRow } from './take-proposal.ts';

/**
 * Adds one to those who decide, or takes one out who has not answered, with a reason that everyone reads. Refuses
 * not-allowed, conflict `proposal-closed`, `has-answered`, `answers-hidden` (whether they have answered is told to
 * nobody here), invalid `eligible-unknown`, `eligible-missing`, `eligible-too-many`, `quorum`.
 */
export async function amendEligible(
  actor: Actor,
  { proposalId, add, remove, reason, capacity }: v.InferOutput<typeof eligibleAmendment>,
  at?: Date
): Promise<void> {
  mustBeSignedIn(actor);
  const amended = await atomic(async (tx) => {
    const { proposal, now } = await takeProposal(tx, proposalId, at);
    const space = await readSpace(actor, { id: proposal.spaceId }, tx);
    if (!mayRun(actor, space, proposal)) throw new Refusal('not-allowed');
    mustNotBeClosed(proposal, now);
    const act = await readAct(actor, capacity, 'speak', tx);
    const listed = await tx
      .select({ view: proposalEligibles.view })
      .from(proposalEligibles)
      .where(eq(proposalEligibles.proposalId, proposalId));
    const views = listed.map(({ view }) => view);
    const about = add ? await enter(tx, proposal, views, add, now) : await leave(tx, proposal, views, remove);
    const kind = add ? 'addition' : 'removal';
    await appendChange(tx, proposal, { act, kind, about, reason, now });
    const after = await bumpProposal(tx, proposalId, {});
    await appendEntry(tx, {
      action: 'proposal.amended',
      actor: act,
      object: { kind: 'proposal', id: proposalId },
      threadId: proposal.subjectKind === 'thread' ? proposal.subjectId : null,
      spaceId: proposal.spaceId,
      text: reason,
      detail: { kind, holder: about.key },
      at: now
    });
    return after;
  });
  await announceChange(amended, false);
}

async function enter(
  tx: Tx,
  { id: proposalId, spaceId, decides }: ProposalRow,
  views: Holder[],
  add: string,
  now: Date
): Promise<Holder> {
  const chosen = { organisations: [add], countries: [add] };
  const [view] = await listEligible(tx, { spaceId, decides, chosen }, now);
  if (!view || views.some(({ key }) => key === view.key))
    throw new Refusal('invalid', 'eligible-unknown', 'add');
  if (views.length >= limits.eligible) throw new Refusal('invalid', 'eligible-too-many', 'add');
  await tx.insert(proposalEligibles).values({ proposalId, holder: view.key, view });
  return view;
}

async function leave(
  tx: Tx,
  proposal: ProposalRow,
  views: Holder[],
  remove: string | undefined
): Promise<Holder> {
  const view = views.find(({ key }) => key === remove);
  if (!view) throw new Refusal('invalid', 'eligible-unknown', 'remove');
  if (views.length === 1) throw new Refusal('invalid', 'eligible-missing', 'remove');
  const { quorum } = proposal;
  if (quorum?.kind === 'number' && quorum.size > views.length - 1)
    throw new Refusal('invalid', 'quorum', 'remove');
  // Refusing would say that they have answered, and not refusing that they have not.
  if (!proposal.awaitedShown) throw new Refusal('conflict', 'answers-hidden');
  if (await findCurrent(tx, proposal.id, view.key)) throw new Refusal('conflict', 'has-answered');
  await tx
    .delete(proposalEligibles)
    .where(and(eq(proposalEligibles.proposalId, proposal.id), eq(proposalEligibles.holder, view.key)));
  return view;
}
