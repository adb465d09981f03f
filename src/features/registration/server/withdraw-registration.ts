import { and, eq, isNull } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { changeSession } from '#features/sessions/server/change-session.ts';
import { registrationKey } from '../registration.ts';
import { sessionRegistrations } from './tables.ts';

/** Says that one will not come after all. */
export async function withdrawRegistration(
  actor: Actor,
  input: { session: string },
  at = new Date()
): Promise<void> {
  await changeSession(actor, input.session, at, {}, async ({ tx, member, session, changed }) => {
    await tx
      .update(sessionRegistrations)
      .set({ withdrawnAt: at })
      .where(
        and(
          eq(sessionRegistrations.sessionId, session.id),
          eq(sessionRegistrations.personId, member.personId),
          isNull(sessionRegistrations.withdrawnAt)
        )
      );
    changed(registrationKey);
  });
}
