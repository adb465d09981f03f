import { createHash } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import { actOf } from '#features/people/server/act-columns.ts';
import { canonicalJson } from '#lib/server/canonical-json.ts';
import type { Tx } from '#lib/server/db.ts';
import { Refusal } from '#lib/refusal.ts';
import { resultOf } from '../count.ts';
import type { ProposalRecord, RecordedPosition } from '../record.ts';
import { proposalChanges, proposalEligibles, proposals, positions, positionValues } from './tables.ts';

/**
 * The record of a closed proposal, from what is stored of it and nothing else (no clock, no name of today): building it
 * again gives the same bytes. Refuses not-found for one that is not closed.
 */
export async function buildRecord(
  from: Tx,
  id: string
): Promise<{ bytes: Uint8Array; hash: string; record: ProposalRecord }> {
  const record = await readFacts(from, id);
  const bytes = Buffer.from(canonicalJson(record), 'utf8');
  return { bytes, hash: createHash('sha256').update(bytes).digest('hex'), record };
}

/** Databases sort letters differently; keys and ids are put in the order of their bytes here. */
const by =
  <T>(keyOf: (one: T) => string) =>
  (a: T, b: T) =>
    keyOf(a) < keyOf(b) ? -1 : 1;

async function readFacts(from: Tx, id: string): Promise<ProposalRecord> {
  const [row] = await from.select().from(proposals).where(eq(proposals.id, id));
  if (!row?.closedAt || !row.forum) throw new Refusal('not-found');
  const listed = await from.select().from(proposalEligibles).where(eq(proposalEligibles.proposalId, id));
  const eligible =
    row.decides === 'person' ? null : listed.map(({ view }) => view).sort(by(({ key }) => key));
  const [decided, advice] = await readAnswers(from, id);
  const changes = await from.select().from(proposalChanges).where(eq(proposalChanges.proposalId, id));
  const {
    question,
    explanation,
    lang,
    dir,
    method,
    multiple,
    options,
    decides,
    secrecy,
    visible,
    quorum,
    timezone
  } = row;
  return {
    format: 'palabre-proposal-record/1',
    proposal: {
      id,
      subject: { kind: row.subjectKind, id: row.subjectId },
      forum: row.forum,
      ...{
        question,
        explanation,
        lang,
        dir,
        method,
        multiple,
        options,
        decides,
        secrecy,
        visible,
        quorum,
        timezone
      },
      proposedBy: actOf(row),
      opensAt: row.opensAt.toISOString(),
      closesAt: row.closesAt.toISOString(),
      closedAt: row.closedAt.toISOString(),
      closedBy: row.closedBy && actOf(row.closedBy)
    },
    changes: changes.sort(by((change) => change.id)).map((change) => ({
      kind: change.kind,
      ...(change.about ? { about: change.about } : {}),
      before: change.before.toISOString(),
      after: change.after.toISOString(),
      reason: change.reason,
      by: actOf(change),
      at: change.createdAt.toISOString()
    })),
    eligible,
    positions: decided,
    advice,
    result: resultOf(
      row,
      eligible && eligible.length,
      decided.map(({ holder, value }) => ({ ...holder, value }))
    ),
    links: {
      proposal: `/proposals/${id}`,
      record: `/proposals/${id}/record.json`,
      positions: `/proposals/${id}/positions.csv`,
      forum: `/forums/${row.forum.slug}`
    }
  };
}

/** The positions that stand: those that count, and the advice. */
async function readAnswers(from: Tx, id: string): Promise<[RecordedPosition[], RecordedPosition[]]> {
  const rows = await from
    .select()
    .from(positions)
    .innerJoin(positionValues, eq(positionValues.positionId, positions.id))
    .where(and(eq(positions.proposalId, id), isNull(positions.supersededAt)));
  const answers = (standing: 'decides' | 'advises') =>
    rows
      .filter((row) => row.positions.standing === standing)
      .map(({ positions: row, position_values: { value, reservation, explanation, salt } }) => ({
        id: row.id,
        holder: row.view,
        castBy: actOf(row),
        delegated: row.delegationId !== null,
        at: row.castAt.toISOString(),
        revision: row.revision,
        ...{ value, reservation, explanation, salt },
        commitment: row.commitment
      }))
      .sort(by(({ holder }) => holder.key));
  return [answers('decides'), answers('advises')];
}
