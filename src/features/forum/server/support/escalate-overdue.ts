import { and, asc, eq, isNull, lte } from 'drizzle-orm';
import { atomic, db } from '#lib/server/db.ts';
import { announceThread } from '../announce-change.ts';
import { bumpThread } from '../bump.ts';
import { readState } from '../read-state.ts';
import { supportRequests } from '../support-tables.ts';
import { threadClosures } from '../tables.ts';
import type { ThreadRow } from '../views.ts';
import { sendUp } from './escalate-request.ts';

/** The most that one look sends on: the rest waits for the next, so that a long stop is made good in small steps. */
const most = 50;

/**
 * Sends on what no desk answered in its time. When each is due stands in its row, so a process that was down makes good
 * at its next look what it missed. Closed ones rest. Returns how many went up.
 */
export async function escalateOverdue(now = new Date()): Promise<number> {
  const overdue = await db
    .select({ threadId: supportRequests.threadId })
    .from(supportRequests)
    .leftJoin(
      threadClosures,
      and(eq(threadClosures.threadId, supportRequests.threadId), isNull(threadClosures.reopenedAt))
    )
    .where(and(lte(supportRequests.dueAt, now), isNull(threadClosures.id)))
    .orderBy(asc(supportRequests.dueAt))
    .limit(most);
  let sent = 0;
  for (const { threadId } of overdue) {
    const thread = await atomic(async (tx): Promise<ThreadRow | null> => {
      const [request] = await tx
        .select()
        .from(supportRequests)
        .where(and(eq(supportRequests.threadId, threadId), lte(supportRequests.dueAt, now)));
      // Answered or sent on while we looked.
      if (!request) return null;
      const bumped = await bumpThread(tx, threadId);
      await sendUp(tx, bumped, request, { why: 'overdue', reason: null, by: null, at: now });
      return bumped;
    });
    if (!thread) continue;
    announceThread(thread, await readState(thread));
    sent += 1;
  }
  return sent;
}
