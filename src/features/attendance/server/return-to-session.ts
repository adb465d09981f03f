import { and, desc, eq } from 'drizzle-orm';
import type { Member } from '#features/people/people.ts';
import { readAct } from '#features/people/server/read-act.ts';
import { changeSession } from '#features/sessions/server/change-session.ts';
import { mayTakePart } from '#features/sessions/server/may.ts';
import { atomic, db } from '#lib/server/db.ts';
import { appendAttendance } from './append-attendance.ts';
import { sessionAttendances } from './tables.ts';

/**
 * A window of theirs is in the room (again). Who was counted out because their line was lost is here again, in the capacity in which they
 * were; who left, or never came in, is not: looking is not coming. A mandate that ended meanwhile is a Refusal.
 */
export async function returnToSession(member: Member, session: string, at = new Date()): Promise<void> {
  const [last] = await db
    .select()
    .from(sessionAttendances)
    .where(and(eq(sessionAttendances.sessionId, session), eq(sessionAttendances.personId, member.personId)))
    .orderBy(desc(sessionAttendances.joinedAt), desc(sessionAttendances.id))
    .limit(1);
  if (last && !last.leftAt && !last.lineAt)
    await atomic((tx) =>
      tx.update(sessionAttendances).set({ lineAt: at }).where(eq(sessionAttendances.id, last.id))
    );
  if (!last?.lapsedAt) return;
  await changeSession(member, session, at, { live: true }, async (change) => {
    if (mayTakePart(member, change.space))
      await appendAttendance(
        change,
        await readAct(member, last.organisationId ?? 'personal', 'speak', change.tx)
      );
  });
}
