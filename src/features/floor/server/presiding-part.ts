import { actOf } from '#features/people/server/act-columns.ts';
import type { RoomPart, SessionRow } from '#features/sessions/server/list-parts.ts';
import { mayLead } from '#features/sessions/server/may.ts';
import { listChairs } from '#features/sessions/server/read-chair.ts';
import { readSpace } from '#features/spaces/server/read-space.ts';
import { presidingKey, type PresidingState } from '../floor.ts';

/** Who presides, and who may when they cannot. Who leads sees whom they may name. */
export const presidingPart: RoomPart<PresidingState, never, { id: string; name: string }[] | null> = {
  key: presidingKey,
  read: async (_, session) => presidingOf(session),
  async own(from, session, actor) {
    const space = await readSpace(actor, { id: session.spaceId }, from);
    return mayLead(actor, space, session) ? listChairs(session.spaceId) : null;
  }
};

export const presidingOf = (session: SessionRow): PresidingState => ({
  act: actOf(session.presiding ?? session.chair),
  since: session.presidingSince?.toISOString() ?? null,
  chair: actOf(session.chair),
  deputies: (session.deputies ?? []).map(actOf),
  lostAt: session.presidingLostAt?.toISOString() ?? null
});
