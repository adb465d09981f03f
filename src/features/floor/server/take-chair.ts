import { eq } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { actOf } from '#features/people/server/act-columns.ts';
import { Refusal } from '#lib/refusal.ts';
import { changeSession } from '#features/sessions/server/change-session.ts';
import { sessions } from '#features/sessions/server/tables.ts';
import { presidingKey } from '../floor.ts';
import { appendLog, whoActs } from './append-log.ts';

/**
 * A deputy (or whoever else leads) takes the chair, or the chair takes it back; the turn and its clock go on. `from` is who presided on their screen: of two who
 * take it at the same moment the second hears `chair-changed`. Taking it twice is once.
 */
export async function takeChair(
  actor: Actor,
  input: { session: string; from?: string },
  at = new Date()
): Promise<void> {
  await changeSession(actor, input.session, at, { led: true, live: true }, async (change) => {
    const { tx, member, session } = change;
    const presides = session.presiding ?? session.chair;
    if (presides.personId === member.personId) return;
    if (input.from !== undefined && input.from !== presides.personId)
      throw new Refusal('conflict', 'chair-changed');
    const act = whoActs(change);
    await tx
      .update(sessions)
      .set({ presiding: act, presidingSince: at, presidingLostAt: null })
      .where(eq(sessions.id, session.id));
    change.changed(presidingKey);
    await appendLog(change, 'session.chair_taken', { by: act, of: actOf(presides) });
  });
}
