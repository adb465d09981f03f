import type { Actor } from '#features/people/people.ts';
import { changeSession } from '#features/sessions/server/change-session.ts';
import { listParts } from '#features/sessions/server/list-parts.ts';
import { endAttendances } from './append-attendance.ts';

/** Goes. Each part lets go of them: a request for the floor is withdrawn and a turn ends, or the list would wait for nobody. */
export async function leaveSession(actor: Actor, input: { session: string }, at = new Date()): Promise<void> {
  await changeSession(actor, input.session, at, { live: true }, async (change) => {
    for (const part of listParts()) await part.left?.(change, change.member.personId);
    await endAttendances(change, change.member.personId);
  });
}
