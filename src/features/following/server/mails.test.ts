import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { postReply } from '#features/forum/server/post-reply.ts';
import { startThread } from '#features/forum/server/start-thread.ts';
import { withdrawPost } from '#features/forum/server/withdraw-post.ts';
import { persons } from '#features/people/server/tables.ts';
import { removeMember } from '#features/spaces/server/remove-member.ts';
import { newId } from '#lib/id.ts';
import { db } from '#lib/server/db.ts';
import { aReply, aThread } from '#tests/forum-world.ts';
import { lettersTo } from '#tests/mailbox.ts';
import {
  day,
  emptyOutbox,
  header,
  later,
  letOut,
  mailsOf,
  takeAll,
  usualHours,
  wants
} from '#tests/post-office.ts';
import { aMember, aSpace, joinSpace } from '#tests/world.ts';
import { chooseMail } from './choose-mail.ts';
import { follow } from './follow.ts';
import { outgoingMails } from './mail-tables.ts';
import { markNotifications } from './mark-notifications.ts';
import { queueMails } from './queue-mails.ts';

beforeEach(emptyOutbox);

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
  await chooseMail(author, {
    rhythm: 'immediate',
    ...usualHours,
    quietFrom: hour,
    quietUntil: (hour + 2) % 24
  });
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
