import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { agendaKey, phaseOf, type AgendaState } from '../sessions.ts';
import type { RoomPart } from './list-parts.ts';
import { readAgenda } from './read-agenda.ts';
import { sessionItems } from './tables.ts';

/** The agenda, and where the session stands. At the close the open item closes. */
export const agendaPart: RoomPart<AgendaState> = {
  key: agendaKey,
  read: async (from, session) => ({ phase: phaseOf(session), items: await readAgenda(from, session.id) }),
  async closing({ tx, session, at, changed }) {
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
    changed(agendaKey);
  },
  chapter: async (from, { id }) => ({
    agenda: (await readAgenda(from, id)).map(
      ({ position, title, minutes, document, openedAt, closedAt }) => ({
        position,
        title,
        minutes,
        document,
        openedAt,
        closedAt
      })
    )
  })
};
