import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { Refusal } from '#lib/refusal.ts';
import { changeSession } from './change-session.ts';
import { agendaKey } from '../sessions.ts';
import { sessionItems } from './tables.ts';

/** Opens an item of the agenda and closes the one that was open. An item closed by mistake may be opened again. */
export async function openItem(
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
      const [item] = await tx
        .select()
        .from(sessionItems)
        .where(and(eq(sessionItems.id, input.item), eq(sessionItems.sessionId, session.id)));
      if (!item) throw new Refusal('not-found');
      if (item.openedAt && !item.closedAt) return;
      await tx
        .update(sessionItems)
        .set({ closedAt: at })
        .where(
          and(
            eq(sessionItems.sessionId, session.id),
            isNotNull(sessionItems.openedAt),
            isNull(sessionItems.closedAt)
          )
        );
      await tx
        .update(sessionItems)
        .set({ openedAt: item.openedAt ?? at, closedAt: null })
        .where(eq(sessionItems.id, item.id));
      changed(agendaKey);
    }
  );
}
