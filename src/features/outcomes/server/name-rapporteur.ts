import { inPerson } from '#features/audit/audit.ts';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import type { Actor } from '#features/people/people.ts';
import { events } from '#features/briefs/briefs.ts';
import { readAct } from '#features/people/server/read-act.ts';
import { changeSession } from '#features/sessions/server/change-session.ts';
import { newId } from '#lib/id.ts';
import { Refusal } from '#lib/refusal.ts';
import { announce } from '#lib/server/announce.ts';
import { minutesKey } from '../minutes.ts';
import { limits } from '../outcomes.ts';
import { appendMinutes } from './append-minutes.ts';
import { listCandidates } from './list-candidates.ts';
import { readRapporteurs } from './read-rapporteurs.ts';
import { sessionRapporteurs } from './tables.ts';

/**
 * The chair asks somebody who is here, or registered, to keep the minutes; naming them twice is once. In an open session they
 * may write at once. Refuses `rapporteur-unknown`
 * for anybody else.
 */
export async function nameRapporteur(
  actor: Actor,
  input: { session: string; person: string },
  at = new Date()
): Promise<void> {
  const minutes = await changeSession(actor, input.session, at, { led: true }, async (change) => {
    const { tx, member, session } = change;
    const rapporteurs = await readRapporteurs(tx, session.id);
    if (rapporteurs.some(({ personId }) => personId === input.person)) return null;
    if (rapporteurs.length >= limits.rapporteurs) throw new Refusal('conflict', 'too-many-rapporteurs');
    const [act] = await listCandidates(tx, session, input.person);
    if (!act) throw new Refusal('invalid', 'rapporteur-unknown', 'person');
    await tx.insert(sessionRapporteurs).values({
      id: newId(),
      sessionId: session.id,
      ...act,
      namedBy: await readAct(actor, member.actingAs, 'none', tx),
      namedAt: at
    });
    change.changed(minutesKey);
    const briefId = await appendMinutes(change);
    await appendEntry(tx, {
      action: 'rapporteur.named',
      actor: inPerson(member),
      object: { kind: 'session', id: session.id },
      spaceId: session.spaceId,
      detail: { person: act.personId },
      at
    });
    return briefId;
  });
  if (minutes) announce({ name: events.accessChanged, rooms: [], payload: { briefId: minutes } });
}
