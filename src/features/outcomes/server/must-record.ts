import type { Actor } from '#features/people/people.ts';
import type { Change } from '#features/sessions/server/list-parts.ts';
import { Refusal } from '#lib/refusal.ts';
import { mayRecord } from './may.ts';
import { isRapporteur } from './read-rapporteurs.ts';

/** Refuses who neither leads the session nor keeps its minutes. */
export async function mustRecord(
  { tx, space, session, member }: Pick<Change, 'tx' | 'space' | 'session' | 'member'>,
  actor: Actor
): Promise<void> {
  const rapporteur = await isRapporteur(tx, session.id, member.personId);
  if (!mayRecord(actor, space, session, rapporteur)) throw new Refusal('not-allowed', 'not-the-rapporteur');
}
