import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { postReply } from '#features/forum/server/post-reply.ts';
import { db } from '#lib/server/db.ts';
import * as mailing from '#lib/server/mail.ts';
import { aReply, aThread } from '#tests/forum-world.ts';
import { day, emptyOutbox, header, later, letOut, mailsOf, takeAll, wants } from '#tests/post-office.ts';
import { aMember } from '#tests/world.ts';
import { follow } from './follow.ts';
import { outgoingMails } from './mail-tables.ts';
import { queueMails } from './queue-mails.ts';
import { readStop } from './read-stop.ts';
import { sendMails } from './send-mails.ts';
import { stopMail } from './stop-mail.ts';
import { notifications } from './tables.ts';

beforeEach(emptyOutbox);
afterEach(() => vi.restoreAllMocks());

test('one click stops a thread, without a sign-in, and looking at the link stops nothing', async () => {
  const author = await wants('immediate');
  const { thread } = await aThread();
  await follow(author, { kind: 'thread', id: thread.id, level: 'everything' });
  const other = await aMember();
  await postReply(other, aReply(thread.id));
  await letOut();
  const [mail] = await mailsOf(author);
  const token = /unsubscribe\/([\w-]+)>/.exec(header(mail, 'list-unsubscribe')!)![1];
  expect(await readStop(token, 'en')).toEqual({
    scope: 'thread',
    title: { text: 'What brought nurses back?', lang: 'en' }
  });
  await postReply(other, aReply(thread.id));
  expect(await letOut()).toBe(1);
  await stopMail(token);
  await stopMail(token);
  await postReply(other, aReply(thread.id));
  expect(await letOut()).toBe(0);
  // One letter changed is no token of ours.
  const forged = token.replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A'));
  await expect(stopMail(forged)).rejects.toThrow('not-found');
  await expect(stopMail('x')).rejects.toThrow('not-found');
});

test('the link of a digest stops all mails, and what waited is not sent', async () => {
  const { thread, author } = await aThread();
  const other = await aMember();
  await postReply(other, aReply(thread.id));
  await letOut(later(day));
  const [mail] = await mailsOf(author);
  await postReply(other, aReply(thread.id));
  await takeAll();
  await stopMail(/unsubscribe\/([\w-]+)>/.exec(header(mail, 'list-unsubscribe')!)![1]);
  expect(await letOut(later(3 * day))).toBe(0);
});

test('a mail server that is away makes nobody wait: the mail is tried again, later each time, and sent once', async () => {
  const author = await wants('immediate');
  const { thread } = await aThread();
  await follow(author, { kind: 'thread', id: thread.id, level: 'everything' });
  await postReply(await aMember(), aReply(thread.id));
  const deliver = vi
    .spyOn(mailing, 'deliverMail')
    .mockRejectedValue(Object.assign(new Error(), { code: 'ECONNREFUSED' }));
  expect(await letOut()).toBe(0);
  expect(await letOut()).toBe(0);
  expect(deliver).toHaveBeenCalledTimes(1);
  expect(await letOut(later(61_000))).toBe(0);
  expect(await letOut(later(3 * 60_000))).toBe(0);
  expect(deliver).toHaveBeenCalledTimes(2);
  deliver.mockRestore();
  expect(await letOut(later(10 * 60_000))).toBe(1);
  await letOut(later(day));
  expect(await mailsOf(author)).toHaveLength(1);
});

test('a mail that was being sent when the process was killed goes again, as the same mail', async () => {
  const author = await wants('immediate');
  const { thread } = await aThread();
  await follow(author, { kind: 'thread', id: thread.id, level: 'everything' });
  await postReply(await aMember(), aReply(thread.id));
  await takeAll();
  await queueMails();
  const real = mailing.deliverMail;
  // It left, and then the process was gone before it could say so.
  vi.spyOn(mailing, 'deliverMail').mockImplementation(async (mail, id) => {
    await real(mail, id);
    return new Promise(() => undefined);
  });
  void sendMails(undefined, undefined, 0);
  await vi.waitFor(async () => expect(await mailsOf(author)).toHaveLength(1));
  vi.restoreAllMocks();
  expect(await letOut()).toBe(0);
  expect(await letOut(later(11 * 60_000))).toBe(1);
  const mails = await mailsOf(author);
  expect(mails).toHaveLength(1);
  const [row] = await db.select().from(outgoingMails).where(eq(outgoingMails.personId, author.personId));
  expect(row).toMatchObject({ attempts: 2, sentAt: expect.any(Date) });
});

test('two processes that send at once send each mail once', async () => {
  const people = await Promise.all(Array.from({ length: 5 }, () => wants('immediate')));
  const { thread } = await aThread();
  for (const one of people) await follow(one, { kind: 'thread', id: thread.id, level: 'everything' });
  await postReply(await aMember(), aReply(thread.id));
  await takeAll();
  await Promise.allSettled([queueMails(), queueMails()]);
  const deliver = vi.spyOn(mailing, 'deliverMail');
  const counts = await Promise.all([sendMails(undefined, undefined, 0), sendMails(undefined, undefined, 0)]);
  expect(counts[0] + counts[1]).toBe(5);
  expect(deliver).toHaveBeenCalledTimes(5);
});

test('who turned mails off is sent none, and still finds everything on the page', async () => {
  const none = await wants('none');
  const { thread } = await aThread();
  await follow(none, { kind: 'thread', id: thread.id, level: 'everything' });
  await postReply(await aMember(), aReply(thread.id));
  await letOut(later(8 * day));
  expect(await mailsOf(none)).toEqual([]);
  const [row] = await db.select().from(notifications).where(eq(notifications.personId, none.personId));
  expect(row.readAt).toBeNull();
});
