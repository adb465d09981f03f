import { and, eq, isNull } from 'drizzle-orm';
import { actOf } from '#features/people/server/act-columns.ts';
import { sessionRegistrations } from '#features/registration/server/tables.ts';
import type { Tx } from '#lib/server/db.ts';
import type { DelegationMember } from '../delegations.ts';
import { sessionAttendances } from './tables.ts';

/** Those who are here or registered, each once: as whom they are here, else as whom they will come. One person of them with `personId`. */
export async function readMembers(
  from: Tx,
  sessionId: string,
  personId?: string
): Promise<Omit<DelegationMember, 'observer'>[]> {
  const registered = await from
    .select()
    .from(sessionRegistrations)
    .where(
      and(
        eq(sessionRegistrations.sessionId, sessionId),
        isNull(sessionRegistrations.withdrawnAt),
        personId ? eq(sessionRegistrations.personId, personId) : undefined
      )
    );
  const here = await from
    .select()
    .from(sessionAttendances)
    .where(
      and(
        eq(sessionAttendances.sessionId, sessionId),
        isNull(sessionAttendances.leftAt),
        personId ? eq(sessionAttendances.personId, personId) : undefined
      )
    );
  const ids = new Set(registered.map((row) => row.personId));
  const present = new Set(here.map((row) => row.personId));
  return [
    ...here.map((row) => ({ act: actOf(row), here: true, registered: ids.has(row.personId) })),
    ...registered
      .filter((row) => !present.has(row.personId))
      .map((row) => ({ act: actOf(row), here: false, registered: true }))
  ].sort((a, b) => (a.act.personId < b.act.personId ? -1 : 1));
}
