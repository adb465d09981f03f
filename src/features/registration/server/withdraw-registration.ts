import { and, eq, isNull } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { changeSession } from '#features/sessions/server/change-session.ts';
import { registrationKey } from '../registration.ts';
import { lettersDue } from './keep-letters.ts';
import { moveUp } from './places.ts';
import { sessionRegistrations } from './tables.ts';

/** Says that one will not come after all. The place goes to who waits first, in the same moment. */
export async function withdrawRegistration(
  actor: Actor,
  input: { session: string },
  at = new Date()
): Promise<void> {
  await changeSession(actor, input.session, at, {}, async (change) => {
    const { tx, member, session, changed } = change;
    const [row] = await tx
      .update(sessionRegistrations)
      .set({ withdrawnAt: at, pendingSince: null, waitingSince: null, decidedAt: null, decidedBy: null })
      .where(
        and(
          eq(sessionRegistrations.sessionId, session.id),
          eq(sessionRegistrations.personId, member.personId),
          isNull(sessionRegistrations.withdrawnAt),
          isNull(sessionRegistrations.refusedAt)
        )
      )
      .returning();
    if (!row) return;
    changed(registrationKey);
    await moveUp(change);
  });
  lettersDue();
}
