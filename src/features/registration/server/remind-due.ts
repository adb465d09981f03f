import { and, eq, gt, isNotNull, isNull, lte } from 'drizzle-orm';
import type { SessionRow } from '#features/sessions/server/list-parts.ts';
import { sessions } from '#features/sessions/server/tables.ts';
import { atomic, db } from '#lib/server/db.ts';
import { statusOf } from '../registration.ts';
import { listActive } from './places.ts';
import { queueLetters } from './queue-letters.ts';
import { sessionLetters } from './tables.ts';

const hour = 3_600_000;
/** The earliest reminder that a form may ask for. */
const earliest = 30 * 24 * hour;

/**
 * Makes the reminders due whose hour has come, all of a session in one transaction: each of those who have a place gets each of them once,
 * also when the process died in between. Of several that were missed only the latest is sent, and none for an hour before one registered.
 */
export async function remindDue(now = new Date()): Promise<void> {
  const near = await db
    .select()
    .from(sessions)
    .where(
      and(
        isNull(sessions.openedAt),
        isNull(sessions.cancelledAt),
        isNotNull(sessions.reminders),
        gt(sessions.startsAt, now),
        lte(sessions.startsAt, new Date(now.getTime() + earliest))
      )
    );
  for (const session of near) {
    const due = (session.reminders ?? []).filter(
      (hours) => session.startsAt.getTime() - hours * hour <= now.getTime()
    );
    if (due.length > 0) await remind(session, Math.min(...due), now);
  }
}

async function remind(session: SessionRow, hours: number, now: Date): Promise<void> {
  // Moved to another day, people are reminded anew.
  const number = session.revision * 1000 + hours;
  const moment = session.startsAt.getTime() - hours * hour;
  const { sessionId, kind } = sessionLetters;
  await atomic(async (tx) => {
    const [done] = await tx
      .select({ id: sessionLetters.id })
      .from(sessionLetters)
      .where(and(eq(sessionId, session.id), eq(kind, 'reminder'), eq(sessionLetters.number, number)))
      .limit(1);
    if (done) return;
    const people = (await listActive(tx, session.id)).filter(
      (row) => statusOf(row) === 'placed' && row.registeredAt.getTime() <= moment
    );
    await queueLetters(
      tx,
      session.id,
      people.map(({ personId }) => personId),
      'reminder',
      now,
      number
    );
  });
}
