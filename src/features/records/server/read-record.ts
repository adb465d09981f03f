import { eq } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { listParts } from '#features/sessions/server/list-parts.ts';
import { readSession } from '#features/sessions/server/read-session.ts';
import { Refusal } from '#lib/refusal.ts';
import { db } from '#lib/server/db.ts';
import type { SessionRecord } from '../record.ts';
import { sessionRecords } from './tables.ts';

export interface RecordView {
  record: SessionRecord;
  hash: string;
}

/** The bytes that were written when the session was closed, for whoever may read the session. */
export async function readRecordBytes(
  actor: Actor,
  id: string
): Promise<{ bytes: Uint8Array; hash: string }> {
  await readSession(actor, id);
  const [row] = await db.select().from(sessionRecords).where(eq(sessionRecords.sessionId, id));
  if (!row) throw new Refusal('not-found');
  return { bytes: row.bytes, hash: row.hash };
}

/** The record as a page shows it: from those bytes and nothing else; each part renders what is Markdown in its chapter. */
export async function readRecord(actor: Actor, id: string): Promise<RecordView> {
  const { bytes, hash } = await readRecordBytes(actor, id);
  const record = JSON.parse(Buffer.from(bytes).toString('utf8')) as SessionRecord;
  const shown = listParts().map((part) => part.shown?.(record));
  return { record: Object.assign({}, record, ...shown) as SessionRecord, hash };
}
