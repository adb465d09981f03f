import { eq } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { Refusal } from '#lib/refusal.ts';
import { changeSession } from '#features/sessions/server/change-session.ts';
import { sessions } from '#features/sessions/server/tables.ts';
import { presidingKey } from '../floor.ts';
import { appendLog } from './append-log.ts';

/** Takes a deputy's name back. Who presides now cannot be taken away from the chair like that (`chair-presides`). */
export async function removeDeputy(
  actor: Actor,
  input: { session: string; person: string },
  at = new Date()
): Promise<void> {
  await changeSession(actor, input.session, at, { led: true }, async (change) => {
    const { tx, session } = change;
    const deputies = session.deputies ?? [];
    const deputy = deputies.find(({ personId }) => personId === input.person);
    if (!deputy) return;
    if (session.presiding?.personId === input.person) throw new Refusal('conflict', 'chair-presides');
    await tx
      .update(sessions)
      .set({ deputies: deputies.filter((each) => each !== deputy) })
      .where(eq(sessions.id, session.id));
    change.changed(presidingKey);
    await appendLog(change, 'session.deputies_named', { of: deputy, detail: { named: false } });
  });
}
