import { eq } from 'drizzle-orm';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import type { Tx } from '#lib/server/db.ts';
import { purposeEvents } from '../../purposes.ts';
import { supportRequests, supportSteps } from '../support-tables.ts';
import { threads } from '../tables.ts';
import type { PostRow, ThreadRow } from '../views.ts';

/**
 * The first reply on behalf of a desk that the request came to answers it: the clock stops there. True when this post
 * did. Within the transaction that posts it; for threads of any other purpose it asks nothing.
 */
export async function noteAnswer(tx: Tx, thread: ThreadRow, post: PostRow): Promise<boolean> {
  if (thread.purpose !== 'support' || thread.answeredAt || !post.organisationId) return false;
  const steps = await tx
    .select({ organisationId: supportSteps.organisationId })
    .from(supportSteps)
    .where(eq(supportSteps.threadId, thread.id));
  if (!steps.some(({ organisationId }) => organisationId === post.organisationId)) return false;
  await tx
    .update(supportRequests)
    .set({ answeredAt: post.createdAt, answeredNumber: post.number, dueAt: null })
    .where(eq(supportRequests.threadId, thread.id));
  await tx.update(threads).set({ answeredAt: post.createdAt }).where(eq(threads.id, thread.id));
  await appendEntry(tx, {
    action: purposeEvents.supportAnswered,
    actor: post,
    object: { kind: 'post', id: post.id },
    threadId: thread.id,
    spaceId: thread.spaceId,
    detail: { number: post.number },
    at: post.createdAt
  });
  return true;
}
