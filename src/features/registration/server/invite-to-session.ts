import { appendEntry } from '#features/audit/server/append-entry.ts';
import type { Actor } from '#features/people/people.ts';
import { readAct } from '#features/people/server/read-act.ts';
import { changeSession } from '#features/sessions/server/change-session.ts';
import { newId } from '#lib/id.ts';
import { Refusal } from '#lib/refusal.ts';
import { announce } from '#lib/server/announce.ts';
import type { NewInvitation } from '../inputs.ts';
import { events, limits } from '../registration.ts';
import { listInvitations } from './invitation-for.ts';
import { lettersDue } from './keep-letters.ts';
import { listInvited } from './list-invited.ts';
import { moveUp } from './places.ts';
import { queueLetters } from './queue-letters.ts';
import { sessionInvitations } from './tables.ts';

/**
 * Invites a country, an organisation or a person, with a number of places for them if one is given. Those who speak for it and may read
 * the session get a letter. Inviting again changes the places and the message; the letter goes once a minute at most.
 */
export async function inviteToSession(actor: Actor, input: NewInvitation, at = new Date()): Promise<void> {
  const { kind, subject } = input.subject;
  await changeSession(actor, input.session, at, { organised: true }, async (change) => {
    const { tx, session, space } = change;
    if (session.openedAt) throw new Refusal('conflict', 'session-open-already');
    const invited = await listInvited(tx, space, kind, subject);
    if (!invited) throw new Refusal('invalid', 'invited-missing', 'subject');
    if ((await listInvitations(tx, session.id)).length >= limits.invitations)
      throw new Refusal('too-many', 'too-many-invitations');
    const by = await readAct(actor, input.capacity, 'speak', tx);
    const { places = null, message = null } = input;
    const terms = { places, message, ...by, invitedAt: at, withdrawnAt: null };
    const [row] = await tx
      .insert(sessionInvitations)
      .values({ id: newId(), sessionId: session.id, subjectKind: kind, subject, ...terms })
      .onConflictDoUpdate({
        target: [sessionInvitations.sessionId, sessionInvitations.subjectKind, sessionInvitations.subject],
        set: terms
      })
      .returning();
    await queueLetters(tx, session.id, invited, 'invited', at);
    await moveUp(change);
    await appendEntry(tx, {
      action: events.invited,
      actor: by,
      object: { kind: 'session-invitation', id: row.id },
      spaceId: session.spaceId,
      detail: { session: session.id, kind, subject },
      at
    });
  });
  announce({ name: events.invited, rooms: [], payload: { id: input.session, kind, subject } });
  lettersDue();
}
