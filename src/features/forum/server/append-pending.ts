import { eq, sql } from 'drizzle-orm';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import type { Act } from '#features/people/people.ts';
import { dirOf, langOf } from '#lib/dir.ts';
import { Refusal } from '#lib/refusal.ts';
import { db, type Tx } from '#lib/server/db.ts';
import { prepared } from '#lib/server/prepared.ts';
import { pendingEvents, type PendingEvent, type PendingInput } from '../pending.ts';
import { actorOf } from './record-actor.ts';
import { pendingPosts } from './pending-tables.ts';
import type { Hold } from './read-hold.ts';

export type PendingRow = typeof pendingPosts.$inferSelect;

/**
 * Lets a text wait instead of posting it. The record says that it waits and for whom, but not in which thread or
 * space: who reads there must not learn of it.
 */
export async function appendPending(
  tx: Tx,
  act: Act,
  text: {
    id: string;
    spaceId: string;
    threadId: string | null;
    subject: string | null;
    body: string;
    input: PendingInput;
  },
  hold: Hold,
  at: Date
): Promise<PendingRow> {
  const [row] = await tx
    .insert(pendingPosts)
    .values({
      ...act,
      ...text,
      ...hold,
      lang: langOf(text.body, 'en'),
      dir: dirOf(text.body),
      revision: 0,
      createdAt: at
    })
    .returning();
  await appendEntry(tx, {
    action: pendingEvents.held,
    actor: await actorOf(tx, row, act),
    object: { kind: 'pending', id: row.id },
    text: row.body,
    detail: { reason: row.reason },
    at
  });
  return row;
}

/** A text that was sent before and waits, or came back; under another's id it is refused, as a post's would be. */
const waitingQuestion = prepared('waiting', (from) =>
  from
    .select()
    .from(pendingPosts)
    .where(eq(pendingPosts.id, sql.placeholder('id')))
);

export async function readWaiting(
  personId: string,
  id: string,
  threadId: string | null,
  from: Tx = db
): Promise<PendingRow | null> {
  const [row] = await waitingQuestion({ id }, from);
  if (!row) return null;
  if (row.personId !== personId || row.threadId !== threadId) throw new Refusal('conflict', 'id-taken');
  return row;
}

export const eventOf = (row: PendingRow, personId: string | null): PendingEvent => ({
  pendingId: row.id,
  reason: row.reason,
  spaceId: row.spaceId,
  threadId: row.threadId,
  organisationId: row.organisationId,
  authorId: row.personId,
  personId
});
