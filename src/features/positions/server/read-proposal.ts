import { asc, eq } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { actOf } from '#features/people/server/act-columns.ts';
import { db } from '#lib/server/db.ts';
import { renderKept } from '#lib/server/markdown.ts';
import type { PositionView } from '../positions.ts';
import type { ProposalView } from '../proposal-views.ts';
import type { ProposalRecord, RecordedPosition } from '../record.ts';
import { findProposal } from './find-proposal.ts';
import { listDelegations } from './list-delegations.ts';
import { listStandings } from './list-standings.ts';
import { mayRun } from './may.ts';
import { readRecord } from './read-record.ts';
import { readPositions, readState } from './read-state.ts';
import { proposalChanges, proposalEligibles } from './tables.ts';
import type { ProposalRow } from './take-proposal.ts';
import { explanationView } from './views.ts';

/** A proposal as its page shows it to `actor`. A closed one comes from its record; what is the reader's own, from the rows. */
export async function readProposal(actor: Actor, id: string): Promise<ProposalView> {
  const { proposal, space } = await findProposal(actor, id);
  const now = new Date();
  const listed = await db
    .select({ view: proposalEligibles.view })
    .from(proposalEligibles)
    .where(eq(proposalEligibles.proposalId, id))
    .orderBy(asc(proposalEligibles.holder));
  const changes = await db
    .select()
    .from(proposalChanges)
    .where(eq(proposalChanges.proposalId, id))
    .orderBy(asc(proposalChanges.id));
  const { record, hash } = proposal.closedAt ? await readRecord(actor, id) : { record: null, hash: '' };
  const {
    question,
    lang,
    dir,
    method,
    multiple,
    options,
    decides,
    visible,
    awaitedShown,
    quorum,
    timezone,
    seq
  } = proposal;
  return {
    ...{
      id,
      question,
      lang,
      dir,
      method,
      multiple,
      options,
      decides,
      visible,
      awaitedShown,
      quorum,
      timezone,
      seq
    },
    space: { id: space.id, slug: space.slug, titles: space.titles },
    subject: { kind: proposal.subjectKind, id: proposal.subjectId },
    act: actOf(proposal),
    at: proposal.createdAt.toISOString(),
    html: proposal.explanation ? renderKept(`proposal:${id}`, proposal.explanation) : '',
    opensAt: proposal.opensAt.toISOString(),
    eligible: decides === 'person' ? null : listed.map(({ view }) => view),
    changes: changes.map(({ kind, about, before, after, reason, createdAt, ...row }) => ({
      ...{ kind, reason, by: actOf(row), about: about ?? undefined },
      before: before.toISOString(),
      after: after.toISOString(),
      at: createdAt.toISOString()
    })),
    state: await readState(db, proposal, now),
    positions: record ? recorded(record) : await readPositions(db, proposal),
    closed: record && {
      at: record.proposal.closedAt,
      by: record.proposal.closedBy,
      result: record.result,
      hash
    },
    own: await readOwn(actor, proposal, space),
    may: { run: mayRun(actor, space, proposal) && !proposal.closedAt && !proposal.withdrawnAt }
  };
}

async function readOwn(
  actor: Actor,
  proposal: ProposalRow,
  space: Awaited<ReturnType<typeof findProposal>>['space']
) {
  return {
    standings: await listStandings(actor, proposal, space),
    delegations: proposal.decides === 'person' ? [] : await listDelegations(actor, proposal)
  };
}

function recorded({ positions, advice }: ProposalRecord): PositionView[] {
  const view =
    (standing: PositionView['standing']) =>
    ({ id, holder, castBy, delegated, at, revision, value, reservation, explanation }: RecordedPosition) => ({
      ...{ id, seq: 0, holder, standing, act: castBy, delegated, at, revision, value, reservation },
      explanation: explanationView(id, explanation)
    });
  return [...positions.map(view('decides')), ...advice.map(view('advises'))];
}
