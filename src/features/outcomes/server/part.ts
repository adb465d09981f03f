import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { sessionAttendances } from '#features/attendance/server/tables.ts';
import type { Actor } from '#features/people/people.ts';
import { readSpace } from '#features/spaces/server/read-space.ts';
import type { RoomPart, SessionRow } from '#features/sessions/server/list-parts.ts';
import { newId } from '#lib/id.ts';
import type { Tx } from '#lib/server/db.ts';
import {
  outcomesKey,
  type OutcomeKind,
  type OutcomesChapter,
  type OutcomesOwn,
  type OutcomeView,
  type RecordedOutcome
} from '../outcomes.ts';
import { mayRecord } from './may.ts';
import { isRapporteur } from './read-rapporteurs.ts';
import { readOutcomes } from './read-outcomes.ts';

/** What the session comes to; it grows. */
export const outcomesPart: RoomPart<OutcomeView[], OutcomeView, OutcomesOwn | null> = {
  key: outcomesKey,
  read: (from, { id }) => readOutcomes(from, id),
  missed: (from, { id }, since) => readOutcomes(from, id, since),
  own: readOwn,
  // Nothing of it changes after the close.
  async chapter(from, { id }) {
    const all = await readOutcomes(from, id);
    const of = (kind: OutcomeKind) => all.filter((outcome) => outcome.kind === kind).map(recorded);
    const chapter: OutcomesChapter = {
      outcomes: { decisions: of('decision'), actions: of('action'), recommendations: of('recommendation') }
    };
    return all.length > 0 ? { ...chapter } : {};
  }
};

async function readOwn(from: Tx, session: SessionRow, actor: Actor): Promise<OutcomesOwn | null> {
  if (actor.kind !== 'member') return null;
  const space = await readSpace(actor, { id: session.spaceId }, from);
  const rapporteur = await isRapporteur(from, session.id, actor.personId);
  if (!mayRecord(actor, space, session, rapporteur)) return null;
  const organisations = await from
    .selectDistinct({ id: sessionAttendances.organisationId, names: sessionAttendances.organisation })
    .from(sessionAttendances)
    .where(
      and(
        eq(sessionAttendances.sessionId, session.id),
        isNull(sessionAttendances.leftAt),
        isNotNull(sessionAttendances.organisationId)
      )
    )
    .limit(500);
  return {
    nextId: newId(),
    organisations: organisations.map(({ id, names }) => ({ id: id!, names: names ?? {} }))
  };
}

const recorded = ({
  kind: _,
  itemPosition,
  earlier,
  withdrawnAt,
  reason,
  ...rest
}: OutcomeView): RecordedOutcome => ({
  ...rest,
  item: itemPosition,
  ...(earlier.length > 0 && { earlier }),
  ...(withdrawnAt && { withdrawnAt }),
  ...(reason && { reason })
});
