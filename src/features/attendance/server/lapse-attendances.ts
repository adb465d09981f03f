import { and, eq, inArray, isNull } from 'drizzle-orm';
import { countsChanged } from '#features/sessions/server/count-room.ts';
import { atomic } from '#lib/server/db.ts';
import { attendancePart } from './part.ts';
import { sessionAttendances } from './tables.ts';

/**
 * People whose line has been gone too long are no longer here: their stays end, together. Nothing else of theirs does: a turn goes on and
 * a place in the list is kept, for who lost the line did not leave. Returns who was here until now.
 */
export async function lapseAttendances(
  sessionId: string,
  personIds: string[],
  at = new Date()
): Promise<string[]> {
  const gone = await atomic((tx) =>
    tx
      .update(sessionAttendances)
      .set({ leftAt: at, lapsedAt: at })
      .where(
        and(
          eq(sessionAttendances.sessionId, sessionId),
          inArray(sessionAttendances.personId, personIds),
          isNull(sessionAttendances.leftAt)
        )
      )
      .returning({ personId: sessionAttendances.personId })
  );
  if (gone.length > 0) countsChanged(sessionId, [attendancePart]);
  return gone.map(({ personId }) => personId);
}
