import { and, eq, isNull } from 'drizzle-orm';
import { actOf } from '#features/people/server/act-columns.ts';
import type { Act, Actor } from '#features/people/people.ts';
import { db } from '#lib/server/db.ts';
import { sessionAttendances, sessionRegistrations } from './tables.ts';

/** The reader's own place in a session: as whom they registered, and as whom they are here. */
export async function readPlace(
  actor: Actor,
  sessionId: string
): Promise<{ registered: Act | null; here: Act | null }> {
  if (actor.kind !== 'member') return { registered: null, here: null };
  const [registered] = await db
    .select()
    .from(sessionRegistrations)
    .where(
      and(
        eq(sessionRegistrations.sessionId, sessionId),
        eq(sessionRegistrations.personId, actor.personId),
        isNull(sessionRegistrations.withdrawnAt)
      )
    );
  const [here] = await db
    .select()
    .from(sessionAttendances)
    .where(
      and(
        eq(sessionAttendances.sessionId, sessionId),
        eq(sessionAttendances.personId, actor.personId),
        isNull(sessionAttendances.leftAt)
      )
    );
  return { registered: registered ? actOf(registered) : null, here: here ? actOf(here) : null };
}
