import { and, eq, isNull } from 'drizzle-orm';
import type { Act } from '#features/people/people.ts';
import type { Change } from '#features/sessions/server/list-parts.ts';
import { sessionRoom } from '#features/sessions/sessions.ts';
import { newId } from '#lib/id.ts';
import { hub } from '#lib/server/hub.ts';
import { attendanceKey } from '../attendance.ts';
import { sessionAttendances } from './tables.ts';

const present = (sessionId: string, personId?: string) =>
  and(
    eq(sessionAttendances.sessionId, sessionId),
    isNull(sessionAttendances.leftAt),
    personId ? eq(sessionAttendances.personId, personId) : undefined
  );

/** Notes that a person is here in this capacity. Who speaks is here, so asking and posting note it too; twice is once. */
export async function appendAttendance(change: Change, act: Act): Promise<void> {
  const { tx, session, at } = change;
  const [here] = await tx.select().from(sessionAttendances).where(present(session.id, act.personId));
  if (here && here.organisationId === act.organisationId) return;
  // In another capacity than before: the first stay ends and a second one begins, neither is rewritten.
  if (here) await endAttendances(change, act.personId);
  const lineAt = hub().isIn(act.personId, sessionRoom(session.id)) ? at : null;
  await tx
    .insert(sessionAttendances)
    .values({ id: newId(), sessionId: session.id, ...act, joinedAt: at, lineAt });
  change.changed(attendanceKey);
}

/** A person goes; without one, everybody: the session is closed. */
export async function endAttendances({ tx, session, at, changed }: Change, personId?: string): Promise<void> {
  await tx.update(sessionAttendances).set({ leftAt: at }).where(present(session.id, personId));
  changed(attendanceKey);
}
