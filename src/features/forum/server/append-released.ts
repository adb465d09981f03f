import { and, eq, isNull } from 'drizzle-orm';
import type { InferOutput } from 'valibot';
import { appendLinkUse } from '#features/clearance/server/append-link-use.ts';
import { actOf } from '#features/people/server/act-columns.ts';
import { readMember } from '#features/people/server/read-member.ts';
import { mayContribute } from '#features/spaces/server/may.ts';
import { readSpace } from '#features/spaces/server/read-space.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Tx } from '#lib/server/db.ts';
import type { newReply, newThread } from '../inputs.ts';
import type { Clearance, ReturnReason } from '../pending.ts';
import { announceReply, announceThreadStarted } from './announce-change.ts';
import type { PendingRow } from './append-pending.ts';
import { appendReply } from './append-reply.ts';
import { appendThread } from './append-thread.ts';
import { pendingPosts } from './pending-tables.ts';
import type { PostRow, ThreadRow } from './views.ts';

/** `tell`: announces the post, after the commit. */
export type Released =
  | { kind: 'posted'; row: PendingRow; thread: ThreadRow; post: PostRow; tell: () => Promise<void> }
  | { kind: 'returned'; row: PendingRow; why: ReturnReason };

/**
 * Makes a waiting text a post, through the same steps as any other, within the caller's transaction. Whoever comes
 * second (another focal point, the clock) is refused: conflict `already-decided`; so is who read another text:
 * `waiting-text-changed`. What its author may not say any more goes back to them. Refuses `thread-closed`: it waits on.
 */
export async function appendReleased(
  tx: Tx,
  { id, revision }: { id: string; revision: number },
  cleared: Clearance | null,
  at: Date
): Promise<Released> {
  const row = await takeWaiting(tx, id, revision);
  const why = await whatEnded(tx, row);
  if (why)
    return { kind: 'returned', row: await appendReturned(tx, row, { by: null, why, note: null }, at), why };
  await appendLinkUse(tx, row.id);
  await tx.delete(pendingPosts).where(eq(pendingPosts.id, row.id));
  const act = actOf(row);
  const input = { ...row.input, body: row.body };
  if (row.threadId) {
    const reply = { ...input, id: row.id, threadId: row.threadId } as InferOutput<typeof newReply>;
    const appended = await appendReply(tx, act, reply, at, cleared);
    return { kind: 'posted', row, ...appended, tell: async () => void (await announceReply(appended)) };
  }
  const opening = { ...input, postId: row.id, spaceId: row.spaceId, title: row.subject };
  const appended = await appendThread(tx, act, opening as InferOutput<typeof newThread>, at, cleared);
  return { kind: 'posted', row, ...appended, tell: async () => announceThreadStarted(appended) };
}

/** Gives a waiting text back to its author, who may mend it and send it again. */
export async function appendReturned(
  tx: Tx,
  row: PendingRow,
  { by, why, note }: { by: string | null; why: ReturnReason | null; note: string | null },
  at: Date
): Promise<PendingRow> {
  await appendLinkUse(tx, row.id);
  const [returned] = await tx
    .update(pendingPosts)
    .set({ returnedAt: at, returnedBy: by, returnedFor: why, note })
    .where(eq(pendingPosts.id, row.id))
    .returning();
  return returned;
}

/** The text, held until the transaction ends, so that two decisions about it stand in a line. */
export async function takeWaiting(tx: Tx, id: string, revision: number): Promise<PendingRow> {
  const [row] = await tx
    .update(pendingPosts)
    .set({ revision })
    .where(and(eq(pendingPosts.id, id), eq(pendingPosts.revision, revision), isNull(pendingPosts.returnedAt)))
    .returning();
  if (row) return row;
  const [other] = await tx
    .select({ returnedAt: pendingPosts.returnedAt })
    .from(pendingPosts)
    .where(eq(pendingPosts.id, id));
  throw new Refusal('conflict', other && !other.returnedAt ? 'waiting-text-changed' : 'already-decided');
}

/** Whether its author may still say it: for this organisation, in this space. */
async function whatEnded(tx: Tx, row: PendingRow): Promise<ReturnReason | null> {
  const author = await readMember(row.personId, tx);
  if (!author) return 'no-longer-open';
  if (row.organisationId && !author.capacities.some(({ value }) => value === row.organisationId))
    return 'mandate-ended';
  const space = await readSpace(author, { id: row.spaceId }, tx).catch((fault: unknown) => {
    if (fault instanceof Refusal) return null;
    throw fault;
  });
  return space && mayContribute(author, space) ? null : 'no-longer-open';
}
