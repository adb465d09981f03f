import { eq } from 'drizzle-orm';
import type { RoomPart, SessionRow } from '#features/sessions/server/list-parts.ts';
import { sessions } from '#features/sessions/server/tables.ts';
import { windowKey, type WindowState } from '../window.ts';

const hour = 3_600_000;

export const windowOf = (
  session: Pick<SessionRow, 'startsAt' | 'writtenBefore' | 'writtenAfter' | 'writtenUntil'>
): WindowState => ({
  before: session.writtenBefore ?? 0,
  after: session.writtenAfter ?? 0,
  from: session.writtenBefore
    ? new Date(session.startsAt.getTime() - session.writtenBefore * hour).toISOString()
    : null,
  until: session.writtenUntil?.toISOString() ?? null
});

/** The written window. At the close the one after it begins, and its end is known. */
export const windowPart: RoomPart<WindowState> = {
  key: windowKey,
  read: async (_, session) => windowOf(session),
  async closing({ tx, session, at, changed }) {
    if (!session.writtenAfter) return;
    await tx
      .update(sessions)
      .set({ writtenUntil: new Date(at.getTime() + session.writtenAfter * hour) })
      .where(eq(sessions.id, session.id));
    changed(windowKey);
  },
  chapter: async (_, session) => {
    const { from, until } = windowOf(session);
    return from || until ? { written: { from, until } } : {};
  }
};
