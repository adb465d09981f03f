import type { Actor, Act } from '#features/people/people.ts';
import { actOf } from '#features/people/server/act-columns.ts';
import { readAct } from '#features/people/server/read-act.ts';
import { changeSession } from '#features/sessions/server/change-session.ts';
import type { Change } from '#features/sessions/server/list-parts.ts';
import { mayTakePart } from '#features/sessions/server/may.ts';
import { refusalOf } from '#features/spaces/server/may.ts';
import { newId } from '#lib/id.ts';
import { Refusal } from '#lib/refusal.ts';
import { registrationKey, statusOf, type RegistrationStatus } from '../registration.ts';
import { invitationFor } from './invitation-for.ts';
import { lettersDue } from './keep-letters.ts';
import { listActive, moveUp, readPlaces, type RegistrationRow } from './places.ts';
import { queueLetters } from './queue-letters.ts';
import { readRegistration } from './read-registration.ts';
import { sessionRegistrations } from './tables.ts';

/**
 * Says that one will come, in which capacity. Registering again changes the capacity. By the rule of the session one has a place at once,
 * or when an organiser agrees, or only when invited; when all places are taken one waits, in the order of registering.
 */
export async function registerForSession(
  actor: Actor,
  input: { session: string; capacity: string },
  at = new Date()
): Promise<{ status: RegistrationStatus }> {
  const status = await changeSession(actor, input.session, at, {}, async (change) => {
    const { tx, session, space, changed } = change;
    if (!mayTakePart(actor, space)) throw refusalOf(space);
    const act = await readAct(actor, input.capacity, 'speak', tx);
    const row = await readRegistration(tx, session.id, act.personId);
    if (row?.refusedAt) throw new Refusal('conflict', 'registration-refused');
    const before = row && !row.withdrawnAt ? row : null;
    if (before && JSON.stringify(actOf(before)) === JSON.stringify(act)) return statusOf(before);

    const dates = await standing(change, act, before);
    await tx
      .insert(sessionRegistrations)
      .values({ id: newId(), sessionId: session.id, ...act, registeredAt: at, ...dates })
      .onConflictDoUpdate({
        target: [sessionRegistrations.sessionId, sessionRegistrations.personId],
        set: { ...act, ...dates, withdrawnAt: null, ...(before ? {} : { registeredAt: at }) }
      });
    const status = statusOf({ ...dates, refusedAt: null });
    if (before === null || statusOf(before) !== status)
      await queueLetters(tx, session.id, [act.personId], status, at);
    changed(registrationKey);
    if (before) await moveUp(change);
    return status;
  });
  lettersDue();
  return { status };
}

/** How a registration in this capacity stands. Whoever waits already keeps the moment since when. */
async function standing({ tx, session, at }: Change, act: Act, before: RegistrationRow | null) {
  const { invitation, country } = await invitationFor(tx, session, act);
  const rule = session.registrationRule ?? 'open';
  if (rule === 'invited' && !invitation && !country)
    throw new Refusal('not-allowed', 'not-invited', 'capacity');
  const agreed = rule !== 'approval' || invitation !== null || before?.decidedAt != null;
  const places = await readPlaces(tx, session, await listActive(tx, session.id), act.personId);
  const invitationId = invitation?.id ?? null;
  return {
    invitationId,
    decidedAt: before?.decidedAt ?? null,
    pendingSince: agreed ? null : (before?.pendingSince ?? at),
    waitingSince: agreed && !places.free(invitationId) ? (before?.waitingSince ?? at) : null
  };
}
