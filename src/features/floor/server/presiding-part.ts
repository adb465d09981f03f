import { actOf } from '#features/people/server/act-columns.ts';
import type { RoomPart, SessionRow } from '#features/sessions/server/list-parts.ts';
import { presidingKey, type PresidingState } from '../floor.ts';

/** Who presides, and who may when they cannot. */
export const presidingPart: RoomPart<PresidingState> = {
  key: presidingKey,
  read: async (_, session) => presidingOf(session)
};

export const presidingOf = (session: SessionRow): PresidingState => ({
  act: actOf(session.presiding ?? session.chair),
  since: session.presidingSince?.toISOString() ?? null,
  chair: actOf(session.chair),
  deputies: (session.deputies ?? []).map(actOf),
  lostAt: session.presidingLostAt?.toISOString() ?? null
});
