import { and, asc, inArray, isNotNull, lt } from 'drizzle-orm';
import { db } from '#lib/server/db.ts';
import { limits } from '../following.ts';
import { notifications } from './tables.ts';

/** As many as one statement takes away; the next look takes more. */
const most = 1000;
const day = 86_400_000;

/**
 * Takes away what was read and is long past; what was not read stays, however old. Ids grow with time, so the oldest
 * stand at one end and nothing newer is looked at. Answers whether there may be more.
 */
export async function sweepNotifications(now = new Date()): Promise<boolean> {
  const until = new Date(now.getTime() - limits.keptDays * day);
  const old = db
    .select({ id: notifications.id })
    .from(notifications)
    .where(
      and(
        lt(notifications.id, lowestId(until)),
        lt(notifications.createdAt, until),
        isNotNull(notifications.readAt)
      )
    )
    .orderBy(asc(notifications.id))
    .limit(most);
  const gone = await db
    .delete(notifications)
    .where(inArray(notifications.id, old))
    .returning({ id: notifications.id });
  return gone.length === most;
}

/** What every id made from that moment on is above: its first 48 bits are the milliseconds. */
function lowestId(at: Date): string {
  const ms = at.getTime().toString(16).padStart(12, '0');
  return `${ms.slice(0, 8)}-${ms.slice(8)}-`;
}
