import { and, eq, isNull } from 'drizzle-orm';
import { actOf } from '#features/people/server/act-columns.ts';
import { countByDelegation, type DelegationCount } from '#features/sessions/delegations.ts';
import type { Tx } from '#lib/server/db.ts';
import { sessionAttendances } from './tables.ts';

/** Who is here now, by delegation. */
export async function readHere(from: Tx, sessionId: string): Promise<DelegationCount[]> {
  const here = await from
    .select()
    .from(sessionAttendances)
    .where(and(eq(sessionAttendances.sessionId, sessionId), isNull(sessionAttendances.leftAt)));
  return countByDelegation(here.map(actOf));
}
