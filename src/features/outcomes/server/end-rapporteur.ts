import { and, eq, isNull } from 'drizzle-orm';
import { inPerson } from '#features/audit/audit.ts';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import { events } from '#features/briefs/briefs.ts';
import { appendRole } from '#features/briefs/server/append-role.ts';
import type { Actor } from '#features/people/people.ts';
import { changeSession } from '#features/sessions/server/change-session.ts';
import { announce } from '#lib/server/announce.ts';
import { minutesKey } from '../minutes.ts';
import { readMinutes } from './read-minutes.ts';
import { sessionRapporteurs } from './tables.ts';

/** The chair lets a rapporteur go: what they wrote stays, and they write no more. */
export async function endRapporteur(
  actor: Actor,
  input: { session: string; person: string },
  at = new Date()
): Promise<void> {
  const minutes = await changeSession(actor, input.session, at, { led: true }, async (change) => {
    const { tx, member, session } = change;
    const ended = await tx
      .update(sessionRapporteurs)
      .set({ endedAt: at })
      .where(
        and(
          eq(sessionRapporteurs.sessionId, session.id),
          eq(sessionRapporteurs.personId, input.person),
          isNull(sessionRapporteurs.endedAt)
        )
      )
      .returning({ id: sessionRapporteurs.id });
    if (ended.length === 0) return null;
    const briefId = (await readMinutes(tx, session.id))?.brief.id ?? null;
    if (briefId)
      await appendRole(tx, { briefId, personId: input.person, role: null, by: member.personId, at });
    change.changed(minutesKey);
    await appendEntry(tx, {
      action: 'rapporteur.ended',
      actor: inPerson(member),
      object: { kind: 'session', id: session.id },
      spaceId: session.spaceId,
      detail: { person: input.person },
      at
    });
    return briefId;
  });
  if (minutes) announce({ name: events.accessChanged, rooms: [], payload: { briefId: minutes } });
}
