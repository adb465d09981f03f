import { eq } from 'drizzle-orm';
import { inPerson } from '#features/audit/audit.ts';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import type { Actor } from '#features/people/people.ts';
import { changeSession } from '#features/sessions/server/change-session.ts';
import { listParts } from '#features/sessions/server/list-parts.ts';
import { sessions } from '#features/sessions/server/tables.ts';
import { agendaKey } from '#features/sessions/sessions.ts';
import { announce } from '#lib/server/announce.ts';
import { buildRecord } from './build-record.ts';
import { appendDocument } from '#features/search/server/append-document.ts';
import { usualHours } from '../approval.ts';
import { recordDocument } from './list-documents.ts';
import { sessionApprovals, sessionRecords } from './tables.ts';

/**
 * Closes the session: whatever still runs ends at that moment, and the permanent record is written in the same transaction. A closed
 * session without its record cannot exist. For `hours` afterwards its minutes may be corrected, then they are approved.
 */
export async function closeSession(
  actor: Actor,
  input: { session: string; hours?: number },
  at = new Date()
): Promise<{ hash: string }> {
  const { hash, spaceId } = await changeSession(
    actor,
    input.session,
    at,
    { led: true, live: true },
    async (change) => {
      const { tx, member, session, space, seq } = change;
      const { id } = session;
      for (const part of listParts()) await part.closing?.(change);
      await tx
        .update(sessions)
        .set({ closedAt: at, forum: { slug: space.slug, titles: space.titles } })
        .where(eq(sessions.id, id));
      change.changed(agendaKey);
      // Late answers are part of what may be corrected: the time for it begins when the written window ends.
      const hours = (session.writtenAfter ?? 0) + (input.hours ?? usualHours);
      const deadline = new Date(at.getTime() + hours * 3_600_000);
      await tx.insert(sessionApprovals).values({ sessionId: id, deadline });
      const { record, bytes, hash } = await buildRecord(tx, id, seq);
      await tx
        .insert(sessionRecords)
        .values({ sessionId: id, bytes: Buffer.from(bytes), hash, upTo: seq, builtAt: at });
      await appendDocument(tx, recordDocument(session, record));
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
