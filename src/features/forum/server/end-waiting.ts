import { and, asc, isNotNull, isNull, lte } from 'drizzle-orm';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import { readTimeOut } from '#features/clearance/server/read-hold.ts';
import { Refusal } from '#lib/refusal.ts';
import { atomic, db, type Tx } from '#lib/server/db.ts';
import { log } from '#lib/server/log.ts';
import { remember } from '#lib/server/remember.ts';
import { pendingEvents, type ReturnReason } from '../pending.ts';
import { announceRelease } from './announce-release.ts';
import type { PendingRow } from './append-pending.ts';
import { appendReleased, appendReturned, takeWaiting, type Released } from './append-released.ts';
import { decisionEntry, returnEntry } from './decision-entry.ts';
import { pendingPosts } from './pending-tables.ts';

const everyMs = 30_000;

/** Looks at the clock of what waits, now and then every half minute; what fell due while the house was shut is done first. */
export const watchWaiting = (): void =>
  void remember('waiting-clock', () => {
    const look = () =>
      endWaiting().catch((fault: unknown) =>
        log.error({ fault: String(fault) }, 'waiting posts not looked at')
      );
    void look();
    return setInterval(look, everyMs).unref();
  });

/**
 * Does what the rule says with every text whose time is over: back to its author, or out and marked "not cleared in
 * time". The database knows what is due, so nothing is forgotten over a restart; a decision of the same moment comes
 * first or second, never both.
 */
export async function endWaiting(now = new Date()): Promise<number> {
  const due = await db
    .select()
    .from(pendingPosts)
    .where(and(isNotNull(pendingPosts.until), lte(pendingPosts.until, now), isNull(pendingPosts.returnedAt)))
    .orderBy(asc(pendingPosts.until))
    .limit(200);
  let ended = 0;
  for (const row of due)
    await atomic((tx) => lapse(tx, row, now))
      .catch((fault: unknown) => {
        if (!(fault instanceof Refusal) || ['already-decided', 'waiting-text-changed'].includes(fault.reason))
          throw fault;
        // It cannot be posted as it is: the thread was closed, moved, or takes no replies any more.
        const why = fault.reason === 'thread-closed' ? 'thread-closed' : 'no-longer-open';
        return atomic((tx) => back(tx, row, why, now));
      })
      .then((released) => {
        ended += 1;
        return announceRelease(released, pendingEvents.lapsed, null);
      })
      .catch((fault: unknown) => {
        // Decided in the meantime: that is as it should be. Anything else must not keep the others waiting.
        if (!(fault instanceof Refusal))
          log.error({ pendingId: row.id, fault: String(fault) }, 'a waiting post could not be ended');
      });
  return ended;
}

async function lapse(tx: Tx, row: PendingRow, now: Date): Promise<Released> {
  if ((await readTimeOut(tx, row.organisationId ?? '')) === 'return') return back(tx, row, 'timed-out', now);
  const cleared = { by: null, personId: null, title: null, at: now.toISOString() };
  const released = await appendReleased(tx, row, cleared, now);
  await appendEntry(tx, await decisionEntry(tx, released, pendingEvents.lapsed, null, now));
  return released;
}

async function back(tx: Tx, { id, revision }: PendingRow, why: ReturnReason, now: Date): Promise<Released> {
  const row = await takeWaiting(tx, id, revision);
  const returned = await appendReturned(tx, row, { by: null, why, note: null }, now);
  await appendEntry(tx, await returnEntry(tx, row, null, now, why));
  return { kind: 'returned', row: returned, why };
}
