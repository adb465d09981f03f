import { and, asc, isNotNull, isNull } from 'drizzle-orm';
import { events, type RoomChanged } from '#features/sessions/parts.ts';
import { listen } from '#lib/server/announce.ts';
import { db } from '#lib/server/db.ts';
import { log } from '#lib/server/log.ts';
import { remember } from '#lib/server/remember.ts';
import { ballotsKey, limits } from '../ballots.ts';
import { endDue } from './end-due.ts';
import { sessionBallots } from './tables.ts';

/** The longest sleep: another process may have put a question meanwhile. */
const longest = 30_000;
const timer = remember('ballot-ends', () => ({ next: undefined as NodeJS.Timeout | undefined }));

/**
 * Ends ballots at their time: one timer for all of them, set to the next end, and set again when one is put. It holds no process open;
 * what it misses while the process is down ends when it is up again, at the moment that was set.
 */
export async function keepEnds(): Promise<void> {
  listen('ballots', ({ name, payload }) => {
    if (name === events.changed && ballotsKey.name in (payload as RoomChanged).deltas) return wake();
  });
  await wake();
}

async function wake(): Promise<void> {
  clearTimeout(timer.next);
  let wait: number = longest;
  try {
    await endDue();
    const [next] = await db
      .select({ endsAt: sessionBallots.endsAt })
      .from(sessionBallots)
      .where(
        and(
          isNull(sessionBallots.endedAt),
          isNull(sessionBallots.withdrawnAt),
          isNotNull(sessionBallots.endsAt)
        )
      )
      .orderBy(asc(sessionBallots.endsAt))
      .limit(1);
    if (next) wait = Math.min(Math.max(next.endsAt!.getTime() - Date.now() + limits.grace + 5, 5), longest);
  } catch (fault) {
    log.error({ fault: String(fault) }, 'ballots were not ended');
  }
  clearTimeout(timer.next);
  timer.next = setTimeout(() => void wake(), wait);
  timer.next.unref();
}
