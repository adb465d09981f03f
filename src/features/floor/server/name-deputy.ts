import { eq } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { Refusal } from '#lib/refusal.ts';
import { changeSession } from '#features/sessions/server/change-session.ts';
import { readChair } from '#features/sessions/server/read-chair.ts';
import { sessions } from '#features/sessions/server/tables.ts';
import { presidingKey } from '../floor.ts';
import { appendLog } from './append-log.ts';

/** Names a deputy, who may preside when the chair cannot: somebody of the forum, in their strongest capacity. Naming twice is once. */
export async function nameDeputy(
  actor: Actor,
  input: { session: string; person: string },
  at = new Date()
): Promise<void> {
  await changeSession(actor, input.session, at, { led: true }, async (change) => {
    const { tx, session } = change;
    const deputies = session.deputies ?? [];
    if (deputies.some(({ personId }) => personId === input.person)) return;
    if (input.person === session.chairPersonId) throw new Refusal('invalid', 'chair-is-chair', 'person');
    const deputy = await readChair(input.person, session.spaceId, tx);
    await tx
      .update(sessions)
      .set({ deputies: [...deputies, deputy] })
      .where(eq(sessions.id, session.id));
    change.changed(presidingKey);
    await appendLog(change, 'session.deputies_named', { of: deputy, detail: { named: true } });
  });
}
