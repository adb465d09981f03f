import { and, count, desc, eq } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { readSpace } from '#features/spaces/server/read-space.ts';
import { db } from '#lib/server/db.ts';
import { phaseOf, type SubjectKind } from '../positions.ts';
import type { ProposalSummary } from '../proposal-views.ts';
import { closeDue } from './close-due.ts';
import { proposalEligibles, proposals } from './tables.ts';

/** The proposals of a subject, the latest first, for whoever may read its space. Three queries, or one when there is none. */
export async function listProposals(
  actor: Actor,
  subject: { kind: SubjectKind; id: string },
  at = new Date()
): Promise<ProposalSummary[]> {
  const of = and(eq(proposals.subjectKind, subject.kind), eq(proposals.subjectId, subject.id));
  let rows = await db.select().from(proposals).where(of).orderBy(desc(proposals.createdAt)).limit(100);
  if (rows.length === 0) return [];
  await readSpace(actor, { id: rows[0].spaceId });
  if (rows.some(({ closedAt, withdrawnAt, closesAt }) => !closedAt && !withdrawnAt && closesAt <= at)) {
    await closeDue(at);
    rows = await db.select().from(proposals).where(of).orderBy(desc(proposals.createdAt)).limit(100);
  }
  const sizes = await db
    .select({ id: proposalEligibles.proposalId, size: count() })
    .from(proposalEligibles)
    .innerJoin(proposals, eq(proposals.id, proposalEligibles.proposalId))
    .where(of)
    .groupBy(proposalEligibles.proposalId);
  const sizeOf = new Map(sizes.map(({ id, size }) => [id, size]));
  return rows.map((row) => {
    const { id, question, lang, dir, method, decides, answered, outcome, options } = row;
    return {
      ...{ id, question, lang, dir, method, decides, answered, outcome },
      phase: phaseOf(row, at),
      opensAt: row.opensAt.toISOString(),
      closesAt: (row.closedAt ?? row.closesAt).toISOString(),
      eligible: decides === 'person' ? null : (sizeOf.get(id) ?? 0),
      first: options.filter((option) => outcome?.options.includes(option.id))
    };
  });
}
