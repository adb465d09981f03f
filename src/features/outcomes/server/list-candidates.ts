import { and, desc, eq, isNull } from 'drizzle-orm';
import { sessionAttendances } from '#features/attendance/server/tables.ts';
import { actOf } from '#features/people/server/act-columns.ts';
import type { Act } from '#features/people/people.ts';
import { sessionRegistrations } from '#features/registration/server/tables.ts';
import type { SessionRow } from '#features/sessions/server/list-parts.ts';
import type { Tx } from '#lib/server/db.ts';
import { limits } from '../outcomes.ts';

/**
 * People whom one may ask to keep the minutes: who is here, else who registered, and who chairs; each in the capacity in which
 * they came. With `personId`, that person alone.
 */
export async function listCandidates(from: Tx, session: SessionRow, personId?: string): Promise<Act[]> {
  const registered = await from
    .select()
    .from(sessionRegistrations)
    .where(
      and(
        eq(sessionRegistrations.sessionId, session.id),
        isNull(sessionRegistrations.withdrawnAt),
        personId ? eq(sessionRegistrations.personId, personId) : undefined
      )
    )
    .orderBy(desc(sessionRegistrations.registeredAt))
    .limit(limits.candidates);
  const here = await from
    .select()
    .from(sessionAttendances)
    .where(
      and(
        eq(sessionAttendances.sessionId, session.id),
        isNull(sessionAttendances.leftAt),
        personId ? eq(sessionAttendances.personId, personId) : undefined
      )
    )
    .orderBy(desc(sessionAttendances.joinedAt))
    .limit(limits.candidates);
  const acts = [session.chair, ...registered, ...here].map(actOf);
  const people = new Map(acts.map((act): [string, Act] => [act.personId, act]));
  return [...people.values()]
    .filter((act) => !personId || act.personId === personId)
    .sort((a, b) => (a.personName < b.personName ? -1 : 1));
}
