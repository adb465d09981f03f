import { asc, and, eq, isNull } from 'drizzle-orm';
import { actOf } from '#features/people/server/act-columns.ts';
import type { Act } from '#features/people/people.ts';
import type { Tx } from '#lib/server/db.ts';
import { sessionRegistrations } from './tables.ts';

/** Those who have a place, as whom, in the order of registering. */
export async function listRegistered(from: Tx, sessionId: string): Promise<Act[]> {
  const rows = await from
    .select()
    .from(sessionRegistrations)
    .where(
      and(
        eq(sessionRegistrations.sessionId, sessionId),
        isNull(sessionRegistrations.withdrawnAt),
        isNull(sessionRegistrations.refusedAt),
        isNull(sessionRegistrations.pendingSince),
        isNull(sessionRegistrations.waitingSince)
      )
    )
    .orderBy(asc(sessionRegistrations.registeredAt), asc(sessionRegistrations.id));
  return rows.map(actOf);
}
