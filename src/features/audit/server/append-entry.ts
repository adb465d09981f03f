import { eq, sql } from 'drizzle-orm';
import type { Tx } from '#lib/server/db.ts';
import { insertion, prepared } from '#lib/server/prepared.ts';
import { genesis, type Entry, type NewEntry } from '../audit.ts';
import { hashOf, sha256 } from './entry-hash.ts';
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

/**
 * Adds one fact to the end of the chain, within the transaction that makes it so: both are there or neither. Call it
 * last in the transaction, for it holds the end of the chain until the commit.
 */
export async function appendEntry(tx: Tx, entry: NewEntry): Promise<Entry> {
  const head = await takeHead(tx);
  const { actor } = entry;
  const at = entry.at ?? new Date();
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
    digest: entry.text === undefined ? null : sha256(entry.text),
    detail: entry.detail ?? {},
    previous: head.hash
  };
  const hash = hashOf({ ...row, at: at.toISOString() });
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
