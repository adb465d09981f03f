import { asc, count, eq, gt } from 'drizzle-orm';
import { actOf } from '#features/people/server/act-columns.ts';
import type { SearchDocument } from '#features/search/search.ts';
import { db, type Tx } from '#lib/server/db.ts';
import type { ProposalRecord } from '../record.ts';
import { proposalRecords, proposals } from './tables.ts';

/**
 * How a proposal is found: by its question and what explains it; once it is closed also by the reservations and
 * explanations in its record, and never by them before.
 */
export const proposalDocument = (
  row: typeof proposals.$inferSelect,
  record: Pick<ProposalRecord, 'positions' | 'advice'> | null = null
): SearchDocument => ({
  kind: 'position',
  id: row.id,
  spaceId: row.spaceId,
  address: `/proposals/${row.id}`,
  title: row.question,
  text: [
    row.explanation,
    ...row.options.map(({ text }) => text),
    ...[...(record?.positions ?? []), ...(record?.advice ?? [])].flatMap(({ reservation, explanation }) => [
      reservation?.text,
      explanation?.text
    ])
  ]
    .filter(Boolean)
    .join('\n'),
  lang: row.lang,
  act: actOf(row),
  at: row.createdAt
});

/** Proposals after one of them, in the order of their ids: how the search index is made anew. */
export async function listDocuments(
  from: Tx,
  after: string,
  size: number
): Promise<{ documents: SearchDocument[]; last: string | null }> {
  const rows = await from
    .select({ proposal: proposals, bytes: proposalRecords.bytes })
    .from(proposals)
    .leftJoin(proposalRecords, eq(proposalRecords.proposalId, proposals.id))
    .where(gt(proposals.id, after))
    .orderBy(asc(proposals.id))
    .limit(size);
  return {
    documents: rows.map(({ proposal, bytes }) =>
      proposalDocument(proposal, bytes && (JSON.parse(Buffer.from(bytes).toString('utf8')) as ProposalRecord))
    ),
    last: rows.at(-1)?.proposal.id ?? null
  };
}

export async function countDocuments(): Promise<number> {
  const [{ number }] = await db.select({ number: count() }).from(proposals);
  return Number(number);
}
