import { and, asc, eq, isNull, lte, sql } from 'drizzle-orm';
import { db } from '#lib/server/db.ts';
import { log } from '#lib/server/log.ts';
import { deliverMail } from '#lib/server/mail.ts';
import { outgoingMails } from './mail-tables.ts';
import { writeMail } from './write-mail.ts';

const minute = 60_000;
/** After which time a failed mail is tried again, by how often it was tried; then it is given up. */
const backOff = [1, 5, 30, 120, 360, 720, 1440].map((minutes) => minutes * minute);
/** How long a mail is held by who sends it: a process that was killed meanwhile lets go of it by then. */
const hold = 10 * minute;
/** Mails that leave in a second, at most. */
const perSecond = 10;

/**
 * Sends what is due, one after the other and no faster than the bound, until nothing is or `stopped` says so. Answers
 * how many left. A mail is taken by raising its moment, which only one can do: so it is sent once. (Killed after the
 * mail server took it and before that is written, it goes again under the same Message-ID.)
 */
export async function sendMails(
  now: () => Date = () => new Date(),
  stopped: () => boolean = () => false,
  pause = 1000 / perSecond
): Promise<number> {
  let sent = 0;
  for (let mail; !stopped() && (mail = await take(now()));) {
    try {
      const written = await writeMail(mail, now());
      if ('dropped' in written) await drop(mail.id, written.dropped, now());
      else {
        await deliverMail(written, mail.id);
        await db.update(outgoingMails).set({ sentAt: now() }).where(eq(outgoingMails.id, mail.id));
        sent += 1;
      }
    } catch (fault) {
      await tryLater(mail, fault, now());
      // The server is away or refuses: the others would meet the same. The next look tries on.
      break;
    }
    await new Promise((later) => setTimeout(later, pause));
  }
  return sent;
}

type Outgoing = typeof outgoingMails.$inferSelect;

async function take(now: Date): Promise<Outgoing | undefined> {
  const waiting = and(
    isNull(outgoingMails.sentAt),
    isNull(outgoingMails.droppedAt),
    lte(outgoingMails.dueAt, now)
  );
  const [next] = await db
    .select({ id: outgoingMails.id })
    .from(outgoingMails)
    .where(waiting)
    .orderBy(asc(outgoingMails.dueAt), asc(outgoingMails.id))
    .limit(1);
  if (!next) return undefined;
  const [taken] = await db
    .update(outgoingMails)
    .set({ dueAt: new Date(now.getTime() + hold), attempts: sql`${outgoingMails.attempts} + 1` })
    .where(and(eq(outgoingMails.id, next.id), waiting))
    .returning();
  return taken ?? take(now);
}

async function tryLater({ id, attempts }: Outgoing, fault: unknown, now: Date): Promise<void> {
  log.error(
    { mail: id, attempts, code: (fault as { code?: string }).code ?? 'unknown' },
    'a mail could not be sent'
  );
  const wait = backOff[attempts - 1];
  if (wait === undefined) return drop(id, 'failed', now);
  await db
    .update(outgoingMails)
    .set({ dueAt: new Date(now.getTime() + wait) })
    .where(eq(outgoingMails.id, id));
}

const drop = async (id: string, dropped: string, droppedAt: Date): Promise<void> =>
  void (await db.update(outgoingMails).set({ dropped, droppedAt }).where(eq(outgoingMails.id, id)));
