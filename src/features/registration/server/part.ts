import { and, eq, isNull } from 'drizzle-orm';
import { actOf } from '#features/people/server/act-columns.ts';
import type { Act } from '#features/people/people.ts';
import { countByDelegation, type DelegationCount } from '#features/sessions/delegations.ts';
import type { RoomPart } from '#features/sessions/server/list-parts.ts';
import { registrationKey } from '../registration.ts';
import { listRegistered } from './list-registered.ts';
import { sessionRegistrations } from './tables.ts';

/** Who said that they will come. */
export const registrationPart: RoomPart<DelegationCount[], never, Act | null> = {
  key: registrationKey,
  counted: true,
  read: async (from, { id }) => countByDelegation(await listRegistered(from, id)),
  async own(from, { id }, actor) {
    if (actor.kind !== 'member') return null;
    const [row] = await from
      .select()
      .from(sessionRegistrations)
      .where(
        and(
          eq(sessionRegistrations.sessionId, id),
          eq(sessionRegistrations.personId, actor.personId),
          isNull(sessionRegistrations.withdrawnAt)
        )
      );
    return row ? actOf(row) : null;
  }
};
