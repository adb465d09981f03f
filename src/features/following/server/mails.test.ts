import { and, eq, isNull } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Member } from '#features/people/people.ts';
import { postReply } from '#features/forum/server/post-reply.ts';
import { startThread } from '#features/forum/server/start-thread.ts';
import { withdrawPost } from '#features/forum/server/withdraw-post.ts';
import { persons } from '#features/people/server/tables.ts';
import { removeMember } from '#features/spaces/server/remove-member.ts';
import { newId } from '#lib/id.ts';
import { db } from '#lib/server/db.ts';
import * as mail_ from '#lib/server/mail.ts';
import { aReply, aThread } from '#tests/forum-world.ts';
import { lettersTo } from '#tests/mailbox.ts';
import { aMember, aSpace, joinSpace } from '#tests/world.ts';
import { chooseMail } from './choose-mail.ts';
import { follow } from './follow.ts';
import { outgoingMails } from './mail-tables.ts';
import { markNotifications } from './mark-notifications.ts';
import { queueMails } from './queue-mails.ts';
import { sendMails } from './send-mails.ts';
import { stopMail } from './stop-mail.ts';
import { readStop } from './read-stop.ts';
import { takeFacts } from './take-facts.ts';
import { notifications } from './tables.ts';

const day = 86_400_000;
const later = (ms: number) => new Date(Date.now() + ms);
const takeAll = async () => {
  while ((await takeFacts()).taken > 0);
};
/** Everything that is due at a moment leaves. */
async function letOut(at = new Date()): Promise<number> {
  await takeAll();
  while ((await queueMails(at)) > 0);
  return sendMails(
    () => at,
    () => false,
    0
  );
}
const addressOf = async ({ personId }: Member) =>
  (await db.select({ email: persons.email }).from(persons).where(eq(persons.id, personId)))[0].email!;
const mailsOf = async (member: Member) => lettersTo(await addressOf(member));
const header = (mail: Awaited<ReturnType<typeof lettersTo>>[number], key: string) =>
  mail.headers.find((one) => one.key === key)?.value;
const usual = { hour: 8, weekday: 1 };
async function wants(rhythm: 'immediate' | 'daily' | 'none', of: Parameters<typeof aMember>[0] = {}) {
  const member = await aMember(of);
  await chooseMail(member, { rhythm, ...usual });
  return member;
}
// What other tests left on its way is none of ours.
beforeEach(async () => {
  await takeAll();
  await db.update(notifications).set({ mailDueAt: null });
  await db.update(outgoingMails).set({ droppedAt: new Date() }).where(isNull(outgoingMails.sentAt));
});
afterEach(() => vi.restoreAllMocks());

test('who wants mails at once gets one a reply, and their mail program keeps the thread together', async () => {
  const author = await wants('immediate');
  const space = await aSpace({ title: 'Financing' });
  const [opening, other] = [newId(), await aMember({ name: 'Kofi' })];
  const { id } = await startThread(author, {
    spaceId: space.id,
    postId: opening,
    title: 'Who pays?',
    body: 'We ask.',
    capacity: 'personal'
  });
  const first = await postReply(
    other,
    aReply(id, { body: 'The **ministry** pays, see [us](/organisations/x).' })
  );
  const second = await postReply(other, aReply(id, { body: 'Every month.', quoted: first.id }));
  expect(await letOut()).toBe(2);
  const mails = await mailsOf(author);
  expect(mails.map(({ subject }) => subject)).toEqual(['Re: Who pays?', 'Re: Who pays?']);
  const byId = new Map(mails.map((mail) => [mail.messageId, mail]));
  const [one, two] = [byId.get(`<post-${first.id}@localhost>`)!, byId.get(`<post-${second.id}@localhost>`)!];
  expect(one.references).toBe(`<post-${opening}@localhost>`);
  expect(two.references).toBe(`<post-${opening}@localhost> <post-${first.id}@localhost>`);
  expect(two.inReplyTo).toBe(`<post-${first.id}@localhost>`);
  expect(header(one, 'list-id')).toBe(`"Financing" <${space.slug}.localhost>`);
  expect(header(one, 'auto-submitted')).toBe('auto-generated');
  expect(header(one, 'precedence')).toBe('list');
  expect(header(one, 'list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
  expect(header(one, 'list-unsubscribe')).toMatch(/^<http:\/\/localhost:\d+\/unsubscribe\/[\w-]{60,80}>$/);
  expect(one.text).toContain('Kofi replied');
  expect(one.text).toContain('The **ministry** pays');
  expect(one.html).toContain('<strong>ministry</strong>');
  expect(one.html).toMatch(/<a href="http:\/\/localhost:\d+\/organisations\/x"/);
  expect(one.html).not.toMatch(/<(img|script|link)/);
  expect(await letOut()).toBe(0);
});

test('whoever chose nothing gets one mail a day with what they have not read, and none when there is nothing', async () => {
  const { thread, author } = await aThread();
  const other = await aMember({ name: 'Kofi' });
  await postReply(other, aReply(thread.id, { body: 'Read already.' }));
  await takeAll();
  await markNotifications(author, {});
  await postReply(other, aReply(thread.id, { body: 'Not read yet.' }));
  await postReply(other, aReply(thread.id, { body: 'كلام بالعربية في وسط المنتدى' }));
  expect(await letOut()).toBe(0);
  expect(await letOut(later(day))).toBe(1);
  const [mail] = await mailsOf(author);
  expect(mail.subject).toBe('Palabre: 2 new items for you');
  expect(mail.text).toContain('What brought nurses back?');
  expect(mail.text).toContain('Not read yet.');
  expect(mail.text).not.toContain('Read already.');
  expect(mail.text!.match(/\/threads\/\S+post=\d/g)).toHaveLength(2);
  expect(mail.html).toContain('<div lang="ar" dir="rtl"');
  expect(await letOut(later(2 * day))).toBe(0);
  expect(await mailsOf(author)).toHaveLength(1);
});

test('a mail comes in its reader’s language, by their clock', async () => {
  const { thread, author } = await aThread();
  await db
    .update(persons)
    .set({ locale: 'fr', timezone: 'Europe/Paris' })
    .where(eq(persons.id, author.personId));
  await postReply(await aMember({ name: 'Kofi' }), aReply(thread.id));
  expect(await letOut(later(day))).toBe(1);
  const [mail] = await mailsOf(author);
  expect(mail.subject).toBe('Palabre: 1 nouveauté pour vous');
  expect(mail.html).toContain('<html lang="fr" dir="ltr">');
  expect(mail.text).toMatch(/Kofi a répondu, .*\(Paris\)/);
});

test('in quiet hours a mail waits; what then waits is not lost, and not sent twice', async () => {
  const author = await aMember();
  const { hour } = { hour: new Date().getUTCHours() };
  await chooseMail(author, { rhythm: 'immediate', ...usual, quietFrom: hour, quietUntil: (hour + 2) % 24 });
  const { thread } = await aThread();
  await follow(author, { kind: 'thread', id: thread.id, level: 'everything' });
  await postReply(await aMember(), aReply(thread.id));
  expect(await letOut()).toBe(0);
  expect(await letOut(later(2 * 3_600_000))).toBe(1);
  expect(await letOut(later(2 * 3_600_000))).toBe(0);
});

test('no title or name writes a header of its own', async () => {
  const victim = `${newId()}@test.palabre.example`;
  const author = await wants('immediate');
  const space = await aSpace({ title: `Forum\r\nBcc: ${victim}\r\n\r\n<evil@x.example>` });
  const title = `Title\r\nBcc: ${victim}\u2028X-Evil: 1 ${'طويل جدا '.repeat(20)}`;
  const { id } = await startThread(author, {
    spaceId: space.id,
    postId: newId(),
    title,
    body: 'We ask.',
    capacity: 'personal'
  });
  await postReply(await aMember({ name: `Eve\r\nBcc: ${victim}` }), aReply(id));
  expect(await letOut()).toBe(1);
  expect(await lettersTo(victim)).toEqual([]);
  const [mail] = await mailsOf(author);
  expect(mail.to).toHaveLength(1);
  expect(mail.subject).toContain('طويل جدا طويل جدا');
  expect(mail.headers.map(({ key }) => key)).not.toContain('x-evil');
  expect(mail.headers.map(({ key }) => key)).not.toContain('bcc');
  for (const { line } of mail.headerLines)
    for (const part of line.split('\r\n')) expect(part.length).toBeLessThan(998);
});

test('who lost a forum gets no mail of it, though it was queued before', async () => {
  const space = await aSpace({ visibility: 'restricted' });
  const { thread } = await aThread({ space });
  const [insider, other] = [await wants('immediate'), await aMember()];
  await joinSpace(insider, space.id);
  await joinSpace(other, space.id);
  await follow(insider, { kind: 'thread', id: thread.id, level: 'everything' });
  await postReply(other, aReply(thread.id));
  await takeAll();
  await queueMails();
  await removeMember(await aMember({ administrator: true }), {
    spaceId: space.id,
    personId: insider.personId
  });
  expect(await letOut()).toBe(0);
  expect(await mailsOf(insider)).toEqual([]);
  const [row] = await db.select().from(outgoingMails).where(eq(outgoingMails.personId, insider.personId));
  expect(row.dropped).toBe('nothing');
});

test('the words of a post that was withdrawn before the mail left are not in it, nor is its author', async () => {
  const { thread, author } = await aThread();
  const other = await aMember({ name: 'Kofi Annan' });
  const said = await postReply(other, aReply(thread.id, { body: 'A secret.' }));
  await takeAll();
  await withdrawPost(other, { threadId: thread.id, id: said.id, reason: null });
  expect(await letOut(later(day))).toBe(1);
  const [mail] = await mailsOf(author);
  expect(`${mail.text} ${mail.html} ${mail.subject}`).not.toMatch(/secret|Kofi/);
});

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
    .spyOn(mail_, 'deliverMail')
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
  const real = mail_.deliverMail;
  // It left, and then the process was gone before it could say so.
  vi.spyOn(mail_, 'deliverMail').mockImplementation(async (mail, id) => {
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
  const [row] = await db
    .select()
    .from(outgoingMails)
    .where(and(eq(outgoingMails.personId, author.personId)));
  expect(row).toMatchObject({ attempts: 2, sentAt: expect.any(Date) });
});

test('two processes that send at once send each mail once', async () => {
  const people = await Promise.all(Array.from({ length: 5 }, () => wants('immediate')));
  const { thread } = await aThread();
  for (const one of people) await follow(one, { kind: 'thread', id: thread.id, level: 'everything' });
  await postReply(await aMember(), aReply(thread.id));
  await takeAll();
  await Promise.allSettled([queueMails(), queueMails()]);
  const deliver = vi.spyOn(mail_, 'deliverMail');
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
