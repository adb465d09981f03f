import { eq } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { Refusal } from '#lib/refusal.ts';
import { db } from '#lib/server/db.ts';
import type { ProposalRecord } from '../record.ts';
import { findProposal } from './find-proposal.ts';
import { proposalRecords } from './tables.ts';

/** The bytes that were written at the close, for whoever may read the proposal. Before it there are none: not-found. */
export async function readRecordBytes(
  actor: Actor,
  id: string
): Promise<{ bytes: Uint8Array; hash: string }> {
  await findProposal(actor, id);
  const [row] = await db.select().from(proposalRecords).where(eq(proposalRecords.proposalId, id));
  if (!row) throw new Refusal('not-found');
  return { bytes: row.bytes, hash: row.hash };
}

/** The record, from those bytes and nothing else. */
export async function readRecord(
  actor: Actor,
  id: string
): Promise<{ record: ProposalRecord; hash: string }> {
  const { bytes, hash } = await readRecordBytes(actor, id);
  return { record: JSON.parse(Buffer.from(bytes).toString('utf8')) as ProposalRecord, hash };
}
