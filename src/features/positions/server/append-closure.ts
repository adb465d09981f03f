import type { Act } from '#features/people/people.ts';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import { eq } from 'drizzle-orm';
import { appendDocument } from '#features/search/server/append-document.ts';
import { spaces } from '#features/spaces/server/tables.ts';
import type { Tx } from '#lib/server/db.ts';
import { events } from '../positions.ts';
import { buildRecord } from './build-record.ts';
import { proposalDocument } from './list-documents.ts';
import { bumpProposal, type ProposalRow } from './take-proposal.ts';
import { proposalRecords, proposals } from './tables.ts';

/**
 * Closes a proposal that the caller has taken, and writes its record in the same transaction: a closed proposal without
 * its record cannot exist. It counts as closed at `at`, whenever this is done.
 */
export async function appendClosure(
  tx: Tx,
  proposal: ProposalRow,
  { at, by }: { at: Date; by: Act | null }
): Promise<ProposalRow> {
  const [{ slug, titles }] = await tx
    .select({ slug: spaces.slug, titles: spaces.titles })
    .from(spaces)
    .where(eq(spaces.id, proposal.spaceId));
  await bumpProposal(tx, proposal.id, { closedAt: at, closedBy: by, forum: { slug, titles } });
  const { bytes, hash, record } = await buildRecord(tx, proposal.id);
  await tx
    .insert(proposalRecords)
    .values({ proposalId: proposal.id, bytes: Buffer.from(bytes), hash, builtAt: at });
  const [closed] = await tx
    .update(proposals)
    .set({ outcome: record.result.outcome })
    .where(eq(proposals.id, proposal.id))
    .returning();
  await appendDocument(tx, proposalDocument(closed, record));
  await appendEntry(tx, {
    action: events.closed,
    actor: by,
    object: { kind: 'proposal', id: proposal.id },
    threadId: proposal.subjectKind === 'thread' ? proposal.subjectId : null,
    spaceId: proposal.spaceId,
    detail: {
      record: hash,
      outcome: record.result.outcome.code,
      answered: record.result.answered,
      early: by !== null
    },
    at
  });
  return closed;
}
