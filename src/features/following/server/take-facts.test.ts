import { eq, sql } from 'drizzle-orm';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Member } from '#features/people/people.ts';
import { postReply } from '#features/forum/server/post-reply.ts';
import { removeMember } from '#features/spaces/server/remove-member.ts';
import { affiliations, organisations } from '#features/people/server/tables.ts';
import { db, store } from '#lib/server/db.ts';
import { hub } from '#lib/server/hub.ts';
import { aReply, aThread } from '#tests/forum-world.ts';
import { aMember, anOrganisation, aSpace, joinSpace } from '#tests/world.ts';
import { chooseMail } from './choose-mail.ts';
import { countUnread } from './count-unread.ts';
import { follow } from './follow.ts';
import { listNotifications } from './list-notifications.ts';
import { markNotifications } from './mark-notifications.ts';
import { followingCursors, notifications } from './tables.ts';
import { takeFacts } from './take-facts.ts';

const takeAll = async () => {
  while ((await takeFacts()).taken > 0);
};
const told = async (actor: Member) =>
  (await listNotifications(actor, { unreadOnly: true })).groups.flatMap(({ lines }) =>
    lines.map(({ kind, excerpt }) => `${kind}: ${excerpt?.text ?? ''}`)
  );
beforeEach(takeAll);

test('who started a thread is told of a reply, once, however often the chain is looked at', async () => {
  const { thread, author } = await aThread();
  const other = await aMember({ name: 'Kofi' });
  await postReply(other, aReply(thread.id, { body: 'We **paid** the fee.\n\n> quoted' }));
  await takeAll();
  await takeAll();
  expect(await told(author)).toEqual(['reply: We paid the fee.']);
  expect(await countUnread(author)).toBe(1);
  expect(await told(other)).toEqual([]);
  const [{ lines }] = (await listNotifications(author, { unreadOnly: true })).groups;
  expect(lines[0]).toMatchObject({
    act: { personName: 'Kofi' },
    href: expect.stringContaining('?post=2#post-2')
  });
});

test('a kill between the post and its notifications loses none and doubles none', async () => {
  const { thread, author } = await aThread();
  await takeAll();
  const before = await db.select().from(followingCursors);
  await postReply(await aMember(), aReply(thread.id));
  // Killed before the commit: neither cursor nor notification is there. After the start the fact is taken again.
  const emit = vi.spyOn(hub(), 'emit').mockImplementationOnce(() => {
    throw new Error('killed after the commit');
  });
  await takeFacts().catch(() => undefined);
  emit.mockRestore();
  expect(await told(author)).toHaveLength(1);
  // Killed after the rows and before the cursor (which one transaction forbids): the rows are there once all the same.
  await db.update(followingCursors).set({ seq: before[0].seq });
  await takeAll();
  expect(await told(author)).toHaveLength(1);
});

test('two processes that take the same facts tell them once', async () => {
  const { thread, author } = await aThread();
  await takeAll();
  await postReply(await aMember(), aReply(thread.id));
  await Promise.allSettled([takeFacts(), takeFacts(), takeFacts()]);
  await takeAll();
  expect(await told(author)).toHaveLength(1);
});

test('of several reasons one is told the weightiest: an answer that also mentions, in a thread that one follows', async () => {
  const { thread, author } = await aThread();
  const other = await aMember();
  const mine = await postReply(author, aReply(thread.id));
  await postReply(
    other,
    aReply(thread.id, { quoted: mine.id, body: `Yes, [@Awa](/people/${author.personId})` })
  );
  await postReply(other, aReply(thread.id, { body: `And [@Awa](/people/${author.personId})` }));
  await takeAll();
  expect(await told(author)).toEqual(['mention: And @Awa', 'answered: Yes, @Awa']);
});

test('who acts for a named ministry, or for a named country, is told; whose mandate has ended is not', async () => {
  const country = 'KI';
  const ministry = await anOrganisation({ country });
  const [{ slug }] = await db
    .select({ slug: organisations.slug })
    .from(organisations)
    .where(eq(organisations.id, ministry));
  const delegate = await aMember({ organisation: ministry });
  const visitor = await aMember({ organisation: ministry, mandate: 'none' });
  const former = await aMember({ organisation: ministry });
  await db
    .update(affiliations)
    .set({ endsAt: new Date(1) })
    .where(eq(affiliations.personId, former.personId));
  const { thread } = await aThread();
  const other = await aMember();
  await postReply(other, aReply(thread.id, { body: `What says [@the ministry](/organisations/${slug})?` }));
  await postReply(other, aReply(thread.id, { body: `And [@Kiribati](/countries/${country})?` }));
  await takeAll();
  expect(await told(delegate)).toEqual([
    'mention-country: And @Kiribati?',
    'mention-organisation: What says @the ministry?'
  ]);
  expect([...(await told(visitor)), ...(await told(former))]).toEqual([]);
});

test('a thread’s level goes before its forum’s, and nothing silences a mention too', async () => {
  const { thread, space } = await aThread();
  const [all, mute, none] = [await aMember(), await aMember(), await aMember()];
  await follow(all, { kind: 'space', id: space.id, level: 'everything' });
  await follow(mute, { kind: 'space', id: space.id, level: 'everything' });
  await follow(mute, { kind: 'thread', id: thread.id, level: 'nothing' });
  await follow(none, { kind: 'thread', id: thread.id, level: 'decisions' });
  const other = await aMember();
  await postReply(other, aReply(thread.id, { body: `See [@M](/people/${mute.personId})` }));
  await takeAll();
  expect(await told(all)).toEqual(['reply: See @M']);
  expect(await told(mute)).toEqual([]);
  expect(await told(none)).toEqual([]);
});

test('what one has no right to is neither told nor counted, and what one lost the right to no longer', async () => {
  const space = await aSpace({ visibility: 'restricted' });
  const { thread } = await aThread({ space });
  const [insider, stranger] = [await aMember(), await aMember()];
  await joinSpace(insider, space.id);
  await follow(insider, { kind: 'thread', id: thread.id, level: 'everything' });
  await expect(follow(stranger, { kind: 'thread', id: thread.id, level: 'everything' })).rejects.toThrow(
    'not-found'
  );
  const other = await aMember();
  await joinSpace(other, space.id);
  await postReply(other, aReply(thread.id, { body: `Ask [@S](/people/${stranger.personId})` }));
  await takeAll();
  expect(await told(stranger)).toEqual([]);
  const [{ of }] = await db
    .select({ of: sql`count(*)`.mapWith(Number) })
    .from(notifications)
    .where(eq(notifications.personId, stranger.personId));
  expect(of).toBe(0);
  expect(await countUnread(insider)).toBe(1);
  await removeMember(await aMember({ administrator: true }), {
    spaceId: space.id,
    personId: insider.personId
  });
  expect(await countUnread(insider)).toBe(0);
  expect(await told(insider)).toEqual([]);
});

test('what happened while one was put out of a forum reaches one neither then nor later', async () => {
  const space = await aSpace({ visibility: 'restricted' });
  const { thread } = await aThread({ space });
  const insider = await aMember();
  await joinSpace(insider, space.id);
  await follow(insider, { kind: 'thread', id: thread.id, level: 'everything' });
  const other = await aMember();
  await joinSpace(other, space.id);
  await postReply(other, aReply(thread.id));
  // Between the post and the telling of it.
  await removeMember(await aMember({ administrator: true }), {
    spaceId: space.id,
    personId: insider.personId
  });
  await takeAll();
  await joinSpace(insider, space.id);
  expect(await countUnread(insider)).toBe(0);
});

test('reading a thread reads its notifications, as far as one read; nobody reads another’s', async () => {
  const { thread, author } = await aThread();
  const other = await aMember();
  for (let n = 0; n < 3; n++) await postReply(other, aReply(thread.id));
  await takeAll();
  await markNotifications(other, { threadId: thread.id });
  const [{ lines }] = (await listNotifications(author, { unreadOnly: true })).groups;
  await markNotifications(other, { id: lines[0].id });
  expect(await countUnread(author)).toBe(3);
  await markNotifications(author, { threadId: thread.id }, 2);
  expect(await countUnread(author)).toBe(2);
  await markNotifications(author, {});
  expect(await countUnread(author)).toBe(0);
  expect((await listNotifications(author, { unreadOnly: false })).groups[0].lines).toHaveLength(3);
});

test('a storm of replies is one line a watcher that says for how many it stands, also for those that come later', async () => {
  const { thread, author } = await aThread();
  const others = await Promise.all(Array.from({ length: 4 }, () => aMember()));
  for (let n = 0; n < 12; n++) await postReply(others[n % 4], aReply(thread.id));
  await takeAll();
  const lines = async () => (await listNotifications(author, { unreadOnly: true })).groups[0]?.lines ?? [];
  expect(await lines()).toMatchObject([{ kind: 'reply', more: 11, href: expect.stringContaining('post=2') }]);
  const emit = vi.spyOn(hub(), 'emit');
  await postReply(others[0], aReply(thread.id));
  await postReply(others[1], aReply(thread.id, { body: `[@A](/people/${author.personId})` }));
  emit.mockClear();
  await takeAll();
  // The bell rings for the mention alone, and the line counts the reply alone.
  expect(emit.mock.calls.filter(([room]) => room === `person:${author.personId}`)).toHaveLength(1);
  emit.mockRestore();
  expect(await lines()).toMatchObject([{ kind: 'mention' }, { kind: 'reply', more: 12 }]);
  await markNotifications(author, { threadId: thread.id }, 7);
  expect(await countUnread(author)).toBe(2);
  await markNotifications(author, { threadId: thread.id }, 15);
  expect(await countUnread(author)).toBe(0);
  await postReply(others[2], aReply(thread.id));
  await takeAll();
  expect(await lines()).toMatchObject([{ kind: 'reply', more: 0, href: expect.stringContaining('post=16') }]);
  const [, , { more }] = (await listNotifications(author, { unreadOnly: false })).groups[0].lines;
  expect(more).toBe(12);
});

test('after a mail has told of a storm, what comes then is told anew and counted once', async () => {
  const { thread, author } = await aThread();
  const other = await aMember();
  for (let n = 0; n < 8; n++) await postReply(other, aReply(thread.id));
  await takeAll();
  await db
    .update(notifications)
    .set({ mailId: 'a mail', mailDueAt: null })
    .where(eq(notifications.personId, author.personId));
  await postReply(other, aReply(thread.id));
  await takeAll();
  const [{ lines }] = (await listNotifications(author, { unreadOnly: true })).groups;
  expect(lines).toMatchObject([{ more: 0, href: expect.stringContaining('post=10') }, { more: 7 }]);
});

test('whoever wants each reply at once is told of each, after a storm that waited for a daily mail too', async () => {
  const { thread, author } = await aThread();
  const other = await aMember();
  for (let n = 0; n < 8; n++) await postReply(other, aReply(thread.id));
  await takeAll();
  await chooseMail(author, { rhythm: 'immediate', hour: 8, weekday: 1 });
  await postReply(other, aReply(thread.id));
  await takeAll();
  const [{ lines }] = (await listNotifications(author, { unreadOnly: true })).groups;
  expect(lines).toMatchObject([{ href: expect.stringContaining('post=10') }, { more: 7 }]);
});

test('the bell rings in the rooms of those persons only', async () => {
  const { thread, author } = await aThread();
  await takeAll();
  const emit = vi.spyOn(hub(), 'emit');
  await postReply(await aMember(), aReply(thread.id));
  emit.mockClear();
  await takeAll();
  expect(emit.mock.calls).toEqual([
    [`person:${author.personId}`, 'notifications.added', { room: 'person', added: 1 }]
  ]);
  emit.mockRestore();
});

test('the questions asked for a batch do not grow with facts or watchers', async () => {
  const { thread } = await aThread();
  const people = await Promise.all(Array.from({ length: 12 }, () => aMember()));
  for (const person of people) await follow(person, { kind: 'thread', id: thread.id, level: 'everything' });
  await takeAll();
  const asked = async (replies: number) => {
    for (let n = 0; n < replies; n++) await postReply(people[n], aReply(thread.id));
    const select = vi.spyOn(store().db, 'select');
    await takeFacts();
    const calls = select.mock.calls.length;
    select.mockRestore();
    return calls;
  };
  const few = await asked(1);
  expect(await asked(5)).toBe(few);
});
