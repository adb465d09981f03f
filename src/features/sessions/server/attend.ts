import { and, eq, isNull } from 'drizzle-orm';
import type { Act } from '#features/people/people.ts';
import { newId } from '#lib/id.ts';
import type { Tx } from '#lib/server/db.ts';
import { sessionAttendances } from './tables.ts';

const present = (sessionId: string, personId?: string) =>
  and(
    eq(sessionAttendances.sessionId, sessionId),
    isNull(sessionAttendances.leftAt),
    personId ? eq(sessionAttendances.personId, personId) : undefined
  );

/** Notes that a person is here in this capacity. Who speaks is here, so asking and posting note it too; twice is once. */
export async function attend(tx: Tx, sessionId: string, act: Act, at: Date): Promise<void> {
  const [here] = await tx.select().from(sessionAttendances).where(present(sessionId, act.personId));
  if (here && here.organisationId === act.organisationId) return;
  // In another capacity than before: the first stay ends and a second one begins, neither is rewritten.
  if (here) await attendanceEnds(tx, sessionId, act.personId, at);
  await tx.insert(sessionAttendances).values({ id: newId(), sessionId, ...act, joinedAt: at });
}

export async function attendanceEnds(tx: Tx, sessionId: string, personId: string, at: Date): Promise<void> {
  await tx.update(sessionAttendances).set({ leftAt: at }).where(present(sessionId, personId));
}

/** Everybody goes: the session is closed. */
export async function attendancesEnd(tx: Tx, sessionId: string, at: Date): Promise<void> {
  await tx.update(sessionAttendances).set({ leftAt: at }).where(present(sessionId));
}
