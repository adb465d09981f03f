import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { inPerson } from '#features/audit/audit.ts';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import type { Actor } from '#features/people/people.ts';
import { announce } from '#lib/server/announce.ts';
import { attendancesEnd } from './attend.ts';
import { buildRecord } from './build-record.ts';
import { changeSession } from './change-session.ts';
import { sessionItems, sessionRecords, sessions, speakerTurns } from './tables.ts';

/**
 * Closes the session: whatever still runs ends at that moment, and the permanent record is written in the same transaction. A closed
 * session without its record cannot exist. Nothing of it changes afterwards (`session-closed`).
 */
export async function closeSession(
  actor: Actor,
  input: { session: string },
  at = new Date()
): Promise<{ hash: string }> {
  const { hash, spaceId } = await changeSession(
    actor,
    input.session,
    at,
    { led: true, live: true },
    async ({ tx, member, session, space }) => {
      const { id } = session;
      await tx
        .update(speakerTurns)
        .set({ endedAt: at })
        .where(
          and(eq(speakerTurns.sessionId, id), isNotNull(speakerTurns.startedAt), isNull(speakerTurns.endedAt))
        );
      await tx
        .update(speakerTurns)
        .set({ withdrawnAt: at })
        .where(
          and(
            eq(speakerTurns.sessionId, id),
            isNull(speakerTurns.startedAt),
            isNull(speakerTurns.withdrawnAt)
          )
        );
      await tx
        .update(sessionItems)
        .set({ closedAt: at })
        .where(
          and(eq(sessionItems.sessionId, id), isNotNull(sessionItems.openedAt), isNull(sessionItems.closedAt))
        );
      await attendancesEnd(tx, id, at);
      await tx
        .update(sessions)
        .set({ closedAt: at, forum: { slug: space.slug, titles: space.titles } })
        .where(eq(sessions.id, id));
      const { bytes, hash } = await buildRecord(tx, id);
      await tx.insert(sessionRecords).values({ sessionId: id, bytes: Buffer.from(bytes), hash, builtAt: at });
      await appendEntry(tx, {
        action: 'session.closed',
        actor: inPerson(member),
        object: { kind: 'session', id },
        spaceId: space.id,
        detail: { record: hash },
        at
      });
      return { hash, spaceId: space.id };
    }
  );
  announce({ name: 'session.closed', rooms: [], payload: { id: input.session, spaceId, hash } });
  return { hash };
}
