import { and, desc, eq } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { readSpace } from '#features/spaces/server/read-space.ts';
import { db } from '#lib/server/db.ts';
import type { SubjectKind } from '../positions.ts';
import type { ProposalSummary } from '../proposal-views.ts';
import { closeDue } from './close-due.ts';
import { sizesOf, summaryOf } from './summaries.ts';
import { proposals } from './tables.ts';

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
  const sizes = await sizesOf(rows);
  return rows.map((row) => summaryOf(row, sizes, at));
}
