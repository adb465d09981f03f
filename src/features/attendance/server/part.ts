import { and, asc, eq, isNull } from 'drizzle-orm';
import { listRegistered } from '#features/registration/server/list-registered.ts';
import { actOf } from '#features/people/server/act-columns.ts';
import type { Act } from '#features/people/people.ts';
import { groupByDelegation, organisationsOf, type DelegationCount } from '#features/sessions/delegations.ts';
import type { RoomPart } from '#features/sessions/server/list-parts.ts';
import type { Tx } from '#lib/server/db.ts';
import { attendanceKey } from '../attendance.ts';
import { appendAttendance, endAttendances } from './append-attendance.ts';
import { readHere } from './read-here.ts';
import { sessionAttendances } from './tables.ts';

/** Who is here. Who opens the session has come; at the close everybody goes. */
export const attendancePart: RoomPart<DelegationCount[], never, Act | null> = {
  key: attendanceKey,
  counted: true,
  read: (from, { id }) => readHere(from, id),
  async own(from, { id }, actor) {
    if (actor.kind !== 'member') return null;
    const [row] = await from
      .select()
      .from(sessionAttendances)
      .where(
        and(
          eq(sessionAttendances.sessionId, id),
          eq(sessionAttendances.personId, actor.personId),
          isNull(sessionAttendances.leftAt)
        )
      );
    return row ? actOf(row) : null;
  },
  opened: appendAttendance,
  closing: (change) => endAttendances(change),
  chapter: async (from, { id }) => ({ attendance: await readAttendance(from, id) })
};

/** Each person once, in the capacity in which they came last. */
async function readAttendance(from: Tx, id: string) {
  const stays = await from
    .select()
    .from(sessionAttendances)
    .where(eq(sessionAttendances.sessionId, id))
    .orderBy(asc(sessionAttendances.joinedAt), asc(sessionAttendances.id));
  const people = [...new Map(stays.map((stay): [string, Act] => [stay.personId, actOf(stay)])).values()];
  return {
    people: people.length,
    registered: (await listRegistered(from, id)).length,
    delegations: groupByDelegation(people).map(({ country, organisation, acts }) => ({
      country,
      organisation,
      people: acts.length,
      organisations: organisationsOf(acts)
    }))
  };
}
