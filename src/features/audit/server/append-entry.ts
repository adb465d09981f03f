import { randomBytes } from 'node:crypto';
import { desc, eq, sql } from 'drizzle-orm';
import type { Tx } from '#lib/server/db.ts';
import { insertion, prepared } from '#lib/server/prepared.ts';
import { genesis, type Entry, type NewEntry } from '../audit.ts';
import { hashOfEntry, saltFor, textDigest } from '../entry-hash.ts';
import { auditEntries, auditHeads } from './tables.ts';

// An entry comes with every act there is: its statements are built once.
const nextStatement = prepared('audit_next', (tx) =>
  tx
    .update(auditHeads)
    .set({ seq: sql`${auditHeads.seq} + 1` })
    .where(eq(auditHeads.id, 1))
    .returning({ seq: auditHeads.seq, hash: auditHeads.hash })
);
const entryInsertion = insertion('audit_entry', auditEntries);
const headStatement = prepared('audit_head', (tx) =>
  tx
    .update(auditHeads)
    .set({ hash: sql`${sql.placeholder('hash')}` })
    .where(eq(auditHeads.id, 1))
);

const lastStatement = prepared('audit_last_of_thread', (tx) =>
  tx
    .select({ hash: auditEntries.hash })
    .from(auditEntries)
    .where(eq(auditEntries.threadId, sql.placeholder('threadId')))
    .orderBy(desc(auditEntries.seq))
    .limit(1)
);

/**
 * Adds one fact to the end of the chain, within the transaction that makes it so: both are there or neither. Call it
 * last in the transaction, for it holds the end of the chain until the commit.
 */
export async function appendEntry(tx: Tx, entry: NewEntry): Promise<Entry> {
  const head = await takeHead(tx);
  const { actor } = entry;
  const at = entry.at ?? new Date();
  const salt = randomBytes(16).toString('hex');
  const row = {
    seq: head.seq,
    action: entry.action,
    actor: actor && {
      personId: actor.personId,
      capacity: actor.capacity,
      organisationId: actor.organisationId,
      country: actor.country
    },
    objectKind: entry.object.kind,
    objectId: entry.object.id,
    threadId: entry.threadId ?? null,
    spaceId: entry.spaceId ?? null,
    digest: entry.text === undefined ? null : textDigest(entry.text, saltFor('text', salt)),
    salt,
    detail: entry.detail ?? {},
    previous: head.hash,
    threadPrevious: entry.threadId ? await lastOf(tx, entry.threadId) : null
  };
  const hash = hashOfEntry({ ...row, at: at.toISOString(), hash: '' });
  await entryInsertion({ ...row, at, hash }, tx);
  await headStatement({ hash }, tx);
  return { ...row, at: at.toISOString(), hash };
}

/** The next number and the hash before it; the row is locked until the transaction ends. */
async function takeHead(tx: Tx): Promise<{ seq: number; hash: string }> {
  const [head] = await nextStatement({}, tx);
  if (head) return head;
  await tx.insert(auditHeads).values({ id: 1, seq: 0, hash: genesis }).onConflictDoNothing();
  const [first] = await nextStatement({}, tx);
  return first;
}

/** The hash of the last entry of a thread; null before its first one. */
async function lastOf(tx: Tx, threadId: string): Promise<string | null> {
  const [last] = await lastStatement({ threadId }, tx);
  return last?.hash ?? null;
}
