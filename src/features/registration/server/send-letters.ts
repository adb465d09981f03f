import { and, asc, eq, isNull, lte, sql } from 'drizzle-orm';
import { db } from '#lib/server/db.ts';
import { log } from '#lib/server/log.ts';
import { deliverMail } from '#lib/server/mail.ts';
import { sessionLetters } from './tables.ts';
import { writeLetter } from './write-letter.ts';

/** A letter is held by who sends it for this long; a process that was killed meanwhile lets go of it by then. */
const hold = 10 * 60_000;
/** How often it is tried, each time later. */
const attempts = 8;

/**
 * Sends what is due, one after the other; answers how many left. A letter is taken by raising its moment, which only one can do. Killed
 * after the mail server took it and before that is written, it goes again under the same Message-ID, which mail programs show once.
 */
export async function sendLetters(now: () => Date = () => new Date()): Promise<number> {
  let sent = 0;
  for (let letter; (letter = await take(now()));) {
    try {
      const mail = await writeLetter(letter, now());
      if (mail) await deliverMail(mail, letter.id);
      await db
        .update(sessionLetters)
        .set(mail ? { sentAt: now() } : { droppedAt: now() })
        .where(eq(sessionLetters.id, letter.id));
      if (mail) sent += 1;
    } catch (fault) {
      log.error(
        { letter: letter.id, code: (fault as { code?: string }).code ?? 'unknown' },
        'a letter about a session could not be sent'
      );
      const later = new Date(now().getTime() + 60_000 * 4 ** Math.min(letter.attempts, 5));
      await db
        .update(sessionLetters)
        .set(letter.attempts >= attempts ? { droppedAt: now() } : { dueAt: later })
        .where(eq(sessionLetters.id, letter.id));
      // The server is away: the others would meet the same. The next look tries on.
      break;
    }
  }
  return sent;
}

async function take(now: Date): Promise<typeof sessionLetters.$inferSelect | undefined> {
  const waiting = and(
    isNull(sessionLetters.sentAt),
    isNull(sessionLetters.droppedAt),
    lte(sessionLetters.dueAt, now)
  );
  const [next] = await db
    .select({ id: sessionLetters.id })
    .from(sessionLetters)
    .where(waiting)
    .orderBy(asc(sessionLetters.dueAt), asc(sessionLetters.id))
    .limit(1);
  if (!next) return undefined;
  const [taken] = await db
    .update(sessionLetters)
    .set({ dueAt: new Date(now.getTime() + hold), attempts: sql`${sessionLetters.attempts} + 1` })
    .where(and(eq(sessionLetters.id, next.id), waiting))
    .returning();
  return taken ?? take(now);
}
