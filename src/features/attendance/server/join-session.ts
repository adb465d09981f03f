import type { Actor } from '#features/people/people.ts';
import { readAct } from '#features/people/server/read-act.ts';
import { changeSession } from '#features/sessions/server/change-session.ts';
import { mayTakePart } from '#features/sessions/server/may.ts';
import { refusalOf } from '#features/spaces/server/may.ts';
import { appendAttendance } from './append-attendance.ts';

/** Comes into a live session. Coming twice is once; coming in another capacity ends the first stay. */
export async function joinSession(
  actor: Actor,
  input: { session: string; capacity: string },
  at = new Date()
): Promise<void> {
  await changeSession(actor, input.session, at, { live: true }, async (change) => {
    if (!mayTakePart(actor, change.space)) throw refusalOf(change.space);
    await appendAttendance(change, await readAct(actor, input.capacity, 'speak', change.tx));
  });
}
