import type { Actor } from '#features/people/people.ts';
import { readAct } from '#features/people/server/read-act.ts';
import { refusalOf } from '#features/spaces/server/may.ts';
import { newId } from '#lib/id.ts';
import { changeSession } from '#features/sessions/server/change-session.ts';
import { mayTakePart } from '#features/sessions/server/may.ts';
import { registrationKey } from '../registration.ts';
import { sessionRegistrations } from './tables.ts';

/** Says that one will come, in which capacity. Registering again changes the capacity. */
export async function registerForSession(
  actor: Actor,
  input: { session: string; capacity: string },
  at = new Date()
): Promise<void> {
  await changeSession(actor, input.session, at, {}, async ({ tx, session, space, changed }) => {
    if (!mayTakePart(actor, space)) throw refusalOf(space);
    const act = await readAct(actor, input.capacity, 'speak', tx);
    await tx
      .insert(sessionRegistrations)
      .values({ id: newId(), sessionId: session.id, ...act, registeredAt: at })
      .onConflictDoUpdate({
        target: [sessionRegistrations.sessionId, sessionRegistrations.personId],
        set: { ...act, registeredAt: at, withdrawnAt: null }
      });
    changed(registrationKey);
  });
}
