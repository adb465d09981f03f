import { eq } from 'drizzle-orm';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import type { Actor } from '#features/people/people.ts';
import { readAct } from '#features/people/server/read-act.ts';
import { changeSession } from '#features/sessions/server/change-session.ts';
import { Refusal } from '#lib/refusal.ts';
import { registrationKey, statusOf } from '../registration.ts';
import { lettersDue } from './keep-letters.ts';
import { listActive, moveUp, readPlaces } from './places.ts';
import { queueLetters } from './queue-letters.ts';
import { readRegistration } from './read-registration.ts';
import { sessionRegistrations } from './tables.ts';

/** An organiser agrees that somebody comes: they have a place, or wait for one. Agreeing twice is once. */
export const approveRegistration = (
  actor: Actor,
  input: { session: string; person: string },
  at = new Date()
): Promise<void> => decide(actor, input, null, at);

/** An organiser refuses a registration, with a reason; whoever waits has the place. It is not asked for again. */
export const refuseRegistration = (
  actor: Actor,
  input: { session: string; person: string; reason: string },
  at = new Date()
): Promise<void> => decide(actor, input, input.reason, at);

async function decide(
  actor: Actor,
  input: { session: string; person: string },
  reason: string | null,
  at: Date
): Promise<void> {
  await changeSession(actor, input.session, at, { organised: true }, async (change) => {
    const { tx, session } = change;
    const row = await readRegistration(tx, session.id, input.person);
    if (!row || row.withdrawnAt) throw new Refusal('conflict', 'registration-gone');
    if (reason === null ? statusOf(row) !== 'pending' : row.refusedAt !== null) return;
    const by = await readAct(actor, 'personal', 'speak', tx);
    const places = await readPlaces(tx, session, await listActive(tx, session.id));
    const waitingSince = places.free(row.invitationId) ? null : at;
    const decision = reason ? { refusedAt: at, refusedReason: reason, waitingSince: null } : { waitingSince };
    await tx
      .update(sessionRegistrations)
      .set({ decidedAt: at, decidedBy: by, pendingSince: null, ...decision })
      .where(eq(sessionRegistrations.id, row.id));
    const letter = reason ? 'refused' : waitingSince ? 'waiting' : 'placed';
    await queueLetters(tx, session.id, [input.person], letter, at);
    change.changed(registrationKey);
    if (reason) await moveUp(change);
    await appendEntry(tx, {
      action: reason ? 'registration.refused' : 'registration.approved',
      actor: by,
      object: { kind: 'registration', id: row.id },
      spaceId: session.spaceId,
      ...(reason ? { text: reason } : {}),
      at
    });
  });
  lettersDue();
}
