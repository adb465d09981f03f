import { appendDocument } from '#features/search/server/append-document.ts';
import type { ClockChange } from '#features/sessions/server/change-session.ts';
import { newId } from '#lib/id.ts';
import { recordKey, type EditionReason } from '../approval.ts';
import { buildRecord } from './build-record.ts';
import { recordDocument } from './list-documents.ts';
import { readEdition } from './read-editions.ts';
import { sessionRecordEditions } from './tables.ts';

/**
 * A new edition of the record, in the transaction of what it is made for: everything that is stored now, and the hash of the edition
 * before, so that the editions are a chain. The editions before stay as they were.
 */
export async function appendEdition(
  { tx, session, seq, changed }: ClockChange,
  reason: EditionReason,
  at: Date
): Promise<{ number: number; hash: string }> {
  changed(recordKey);
  const before = await readEdition(tx, session.id);
  const number = before.number + 1;
  const edition = { number, reason, at, follows: before.hash };
  const { record, bytes, hash } = await buildRecord(tx, session.id, seq, edition);
  await tx.insert(sessionRecordEditions).values({
    id: newId(),
    sessionId: session.id,
    number,
    reason,
    bytes: Buffer.from(bytes),
    hash,
    upTo: seq,
    builtAt: at
  });
  await appendDocument(tx, recordDocument(session, record));
  return { number, hash };
}
