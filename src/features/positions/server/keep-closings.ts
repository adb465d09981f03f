import { and, asc, isNull } from 'drizzle-orm';
import { listen } from '#lib/server/announce.ts';
import { db } from '#lib/server/db.ts';
import { log } from '#lib/server/log.ts';
import { remember } from '#lib/server/remember.ts';
import { events } from '../positions.ts';
import { closeDue } from './close-due.ts';
import { proposals } from './tables.ts';

/** The longest sleep: another process may have opened or extended a proposal meanwhile. */
const longest = 60_000;

/**
 * Closes proposals at their time: one timer for all of them, set to the next closing, and set again when one is opened or
 * changed. It holds no process open, and what it misses while the process is down is closed when it is up again.
 */
export async function keepClosings(): Promise<void> {
  listen('closings', ({ name }) => {
    if (name === events.opened || name === events.changed) return wake();
  });
  await wake();
}

const timer = remember('closings', () => ({ next: undefined as NodeJS.Timeout | undefined }));

async function wake(): Promise<void> {
  clearTimeout(timer.next);
  timer.next = undefined;
  let wait = longest;
  try {
    await closeDue();
    const [next] = await db
      .select({ closesAt: proposals.closesAt })
      .from(proposals)
      .where(and(isNull(proposals.closedAt), isNull(proposals.withdrawnAt)))
      .orderBy(asc(proposals.closesAt))
      .limit(1);
    if (next) wait = Math.min(Math.max(next.closesAt.getTime() - Date.now() + 5, 5), longest);
  } catch (fault) {
    log.error({ fault: String(fault) }, 'closings');
  }
  clearTimeout(timer.next);
  timer.next = setTimeout(() => void wake(), wait);
  timer.next.unref();
}
