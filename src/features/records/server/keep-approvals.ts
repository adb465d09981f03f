import { and, asc, gt, isNull } from 'drizzle-orm';
import { listen } from '#lib/server/announce.ts';
import { db } from '#lib/server/db.ts';
import { log } from '#lib/server/log.ts';
import { remember } from '#lib/server/remember.ts';
import { approveDue } from './approve-due.ts';
import { takeWritten } from './take-written.ts';
import { sessionApprovals } from './tables.ts';

/** The longest sleep: another process may have closed a session meanwhile. */
const longest = 60_000;
const timer = remember('approvals', () => ({ next: undefined as NodeJS.Timeout | undefined }));

/**
 * Approves minutes at their deadline, and takes late answers in at the end of their window: one timer for all of them, set to the next one, and set again when a session closes. It holds no
 * process open; what it misses while the process is down is approved when it is up again, at the deadline that was set.
 */
export async function keepApprovals(): Promise<void> {
  listen('approvals', ({ name }) => {
    if (name === 'session.closed') return wake();
  });
  await wake();
}

async function wake(): Promise<void> {
  clearTimeout(timer.next);
  let wait = longest;
  try {
    const now = new Date();
    // Late answers first: what is approved is final.
    await takeWritten(now);
    await approveDue(now);
    const [next] = await db
      .select({ deadline: sessionApprovals.deadline })
      .from(sessionApprovals)
      .where(and(isNull(sessionApprovals.approvedAt), gt(sessionApprovals.deadline, now)))
      .orderBy(asc(sessionApprovals.deadline))
      .limit(1);
    if (next) wait = Math.min(Math.max(next.deadline.getTime() - Date.now() + 5, 5), longest);
  } catch (fault) {
    log.error({ fault: String(fault) }, 'minutes were not approved');
  }
  clearTimeout(timer.next);
  timer.next = setTimeout(() => void wake(), wait);
  timer.next.unref();
}
