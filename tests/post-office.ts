/** What the tests of mails share: time that passes, and everything that is due leaving. */
import { eq, isNull } from 'drizzle-orm';
import type { Member } from '#features/people/people.ts';
import { chooseMail } from '#features/following/server/choose-mail.ts';
import { outgoingMails } from '#features/following/server/mail-tables.ts';
import { queueMails } from '#features/following/server/queue-mails.ts';
import { sendMails } from '#features/following/server/send-mails.ts';
import { notifications } from '#features/following/server/tables.ts';
import { takeFacts } from '#features/following/server/take-facts.ts';
import { persons } from '#features/people/server/tables.ts';
import { db } from '#lib/server/db.ts';
import { lettersTo } from './mailbox.ts';
import { aMember } from './world.ts';

export const day = 86_400_000;
export const later = (ms: number): Date => new Date(Date.now() + ms);

/** Everyone is told of everything. */
export async function takeAll(): Promise<void> {
  while ((await takeFacts()).taken > 0);
}

/** Everyone is told, and what is due at a moment leaves; how many mails that were. */
export async function letOut(at = new Date()): Promise<number> {
  await takeAll();
  while ((await queueMails(at)) > 0);
  return sendMails(
    () => at,
    () => false,
    0
  );
}

/** What other tests left on its way is none of ours. */
export async function emptyOutbox(): Promise<void> {
  await takeAll();
  await db.update(notifications).set({ mailDueAt: null });
  await db.update(outgoingMails).set({ droppedAt: new Date() }).where(isNull(outgoingMails.sentAt));
}

export type Letter = Awaited<ReturnType<typeof lettersTo>>[number];
export async function mailsOf({ personId }: Member): Promise<Letter[]> {
  const [{ email }] = await db.select({ email: persons.email }).from(persons).where(eq(persons.id, personId));
  return lettersTo(email!);
}
export const header = (mail: Letter, key: string): string | undefined =>
  mail.headers.find((one) => one.key === key)?.value;

export const usualHours = { hour: 8, weekday: 1 };
/** Someone who chose when mails come. */
export async function wants(
  rhythm: 'immediate' | 'daily' | 'none',
  of: Parameters<typeof aMember>[0] = {}
): Promise<Member> {
  const member = await aMember(of);
  await chooseMail(member, { rhythm, ...usualHours });
  return member;
}
