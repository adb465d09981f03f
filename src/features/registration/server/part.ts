import { and, eq, isNull, lt, count, isNotNull } from 'drizzle-orm';
import { actOf } from '#features/people/server/act-columns.ts';
import { countByDelegation, type DelegationCount } from '#features/sessions/delegations.ts';
import type { RoomPart } from '#features/sessions/server/list-parts.ts';
import type { Tx } from '#lib/server/db.ts';
import { registrationKey, statusOf, type OwnRegistration } from '../registration.ts';
import { listRegistered } from './list-registered.ts';
import { followPlan } from './follow-plan.ts';
import { readRegistration } from './read-registration.ts';
import { sessionRegistrations } from './tables.ts';

/** Who said that they will come, and has a place. */
export const registrationPart: RoomPart<DelegationCount[], never, OwnRegistration | null> = {
  key: registrationKey,
  counted: true,
  read: async (from, { id }) => countByDelegation(await listRegistered(from, id)),
  planned: followPlan,
  async own(from, { id }, actor) {
    if (actor.kind !== 'member') return null;
    const row = await readRegistration(from, id, actor.personId);
    if (!row || row.withdrawnAt) return null;
    const status = statusOf(row);
    const position = status === 'waiting' ? (await countBefore(from, id, row.waitingSince!)) + 1 : null;
    return { act: actOf(row), status, position, reason: row.refusedReason };
  }
};

async function countBefore(from: Tx, sessionId: string, since: Date): Promise<number> {
  const [{ before }] = await from
    .select({ before: count() })
    .from(sessionRegistrations)
    .where(
      and(
        eq(sessionRegistrations.sessionId, sessionId),
        isNull(sessionRegistrations.withdrawnAt),
        isNotNull(sessionRegistrations.waitingSince),
        lt(sessionRegistrations.waitingSince, since)
      )
    );
  return Number(before);
}
