import { and, isNotNull, isNull } from 'drizzle-orm';
import { db } from '#lib/server/db.ts';
import { sessionAttendances } from './tables.ts';

/** Everybody who is in a session now and had a window in its room. */
export const listWithLine = (): Promise<{ sessionId: string; personId: string }[]> =>
  db
    .select({ sessionId: sessionAttendances.sessionId, personId: sessionAttendances.personId })
    .from(sessionAttendances)
    .where(and(isNull(sessionAttendances.leftAt), isNotNull(sessionAttendances.lineAt)));
