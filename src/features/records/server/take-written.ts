import { and, asc, eq, exists, gt, isNotNull, lte, notExists, sql } from 'drizzle-orm';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import { changeByClock } from '#features/sessions/server/change-session.ts';
import { sessions } from '#features/sessions/server/tables.ts';
import { statements } from '#features/statements/server/tables.ts';
import { announce } from '#lib/server/announce.ts';
import { db, type Tx } from '#lib/server/db.ts';
import { events } from '../approval.ts';
import { appendEdition } from './append-edition.ts';
import { readEdition } from './read-editions.ts';
import { sessionRecordEditions, sessionRecords } from './tables.ts';

/**
 * Takes what was written after the close into the record, when the written window of its session is over: a new edition, marked so.
 * Its moment is the end of the window, however late this runs; whoever comes second finds it done.
 */
export async function takeWritten(now = new Date()): Promise<void> {
  const due = await db
    .select({ id: sessions.id })
    .from(sessions)
    .where(
      and(
        isNotNull(sessions.writtenUntil),
        lte(sessions.writtenUntil, now),
        exists(late()),
        notExists(taken(db))
      )
    )
    .orderBy(asc(sessions.writtenUntil))
    .limit(50);
  for (const { id } of due) {
    const made = await changeByClock(id, now, async (change) => {
      const { tx, session } = change;
      if ((await taken(tx, id)).length > 0) return null;
      const { builtAt } = await readEdition(tx, id);
      const until = session.writtenUntil!;
      const at = builtAt > until ? builtAt : until;
      const { number, hash } = await appendEdition(change, 'written', at);
      await appendEntry(tx, {
        action: events.written,
        actor: null,
        object: { kind: 'session', id },
        spaceId: session.spaceId,
        detail: { edition: number, record: hash },
        at
      });
      return { spaceId: session.spaceId, edition: number, hash };
    });
    if (made) announce({ name: events.written, rooms: [], payload: { id, ...made } });
  }
}

/** What was written later than the first edition knows. */
const late = () =>
  db
    .select({ one: sql`1` })
    .from(statements)
    .innerJoin(sessionRecords, eq(sessionRecords.sessionId, statements.sessionId))
    .where(
      and(
        eq(statements.sessionId, sessions.id),
        eq(statements.written, true),
        gt(statements.seq, sessionRecords.upTo)
      )
    );

const taken = (from: Tx, id?: string) =>
  from
    .select({ id: sessionRecordEditions.id })
    .from(sessionRecordEditions)
    .where(
      and(eq(sessionRecordEditions.sessionId, id ?? sessions.id), eq(sessionRecordEditions.reason, 'written'))
    );
