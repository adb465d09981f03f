import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { Refusal } from '#lib/refusal.ts';
import { changeSession } from './change-session.ts';
import { agendaKey } from '../sessions.ts';
import { sessionItems } from './tables.ts';

/** Closes the item of the agenda that is open. Closing twice is once. */
export async function closeItem(
  actor: Actor,
  input: { session: string; item: string },
  at = new Date()
): Promise<void> {
  await changeSession(
    actor,
    input.session,
    at,
    { led: true, live: true },
    async ({ tx, session, changed }) => {
      const item = and(eq(sessionItems.id, input.item), eq(sessionItems.sessionId, session.id));
      const [found] = await tx.select({ id: sessionItems.id }).from(sessionItems).where(item);
      if (!found) throw new Refusal('not-found');
      await tx
        .update(sessionItems)
        .set({ closedAt: at })
        .where(and(item, isNotNull(sessionItems.openedAt), isNull(sessionItems.closedAt)));
      changed(agendaKey);
    }
  );
}
