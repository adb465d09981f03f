import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { expect, test, vi } from 'vitest';
import { guest } from '#features/people/people.ts';
import { affiliations, organisations, persons } from '#features/people/server/tables.ts';
import { newId } from '#lib/id.ts';
import { db } from '#lib/server/db.ts';
import { hub } from '#lib/server/hub.ts';
import { aMember, anOrganisation, aSpace, joinSpace } from '#tests/world.ts';
import { limits } from '../forum.ts';
import { newReply, newThread } from '../inputs.ts';
import { lockThread } from '#features/moderation/server/lock-thread.ts';
import { postReply } from './post-reply.ts';
import { readThread } from './read-thread.ts';
import { startThread } from './start-thread.ts';
import { aReply, aThread } from '#tests/forum-world.ts';

test('a delegate replies on behalf of the ministry, and the post keeps it as it was then', async () => {
  const { thread } = await aThread();
  const ministry = await anOrganisation({ name: 'Ministry of Health', country: 'MW' });
  const delegate = await aMember({ name: 'Chikondi', organisation: ministry, country: 'MW' });
  await postReply(delegate, aReply(thread.id, { capacity: ministry }));
  await db
    .update(organisations)
    .set({ names: { en: 'Ministry of Health and Population' } })
    .where(eq(organisations.id, ministry));
  await db
    .update(persons)
    .set({ name: 'Someone else', country: 'ZM' })
    .where(eq(persons.id, delegate.personId));
  await db
    .update(affiliations)
    .set({ endsAt: new Date(0) })
    .where(eq(affiliations.personId, delegate.personId));
  const { posts } = await readThread(guest, thread.id);
  expect(posts.at(-1)?.act).toMatchObject({
    personName: 'Chikondi',
    capacity: 'organisation',
    organisation: { en: 'Ministry of Health' },
    country: 'MW'
  });
});

test('a reply that is sent again, also twice at once, is one reply', async () => {
  const { thread, author } = await aThread();
  const reply = aReply(thread.id);
  const both = await Promise.all([postReply(author, reply), postReply(author, reply)]);
  const again = await postReply(author, { ...reply, body: 'Another text under the same id' });
  expect(new Set([...both, again].map(({ number }) => number))).toEqual(new Set([2]));
  expect(again.html).toBe(both[0].html);
  const view = await readThread(author, thread.id);
  expect(view).toMatchObject({ postsCount: 2, seq: 2 });
});

test('nobody can take the id of another’s post, or of their own in another thread', async () => {
  const { thread, author, space } = await aThread();
  const other = await aMember();
  const reply = aReply(thread.id);
  await postReply(author, reply);
  await expect(postReply(other, reply)).rejects.toMatchObject({ code: 'conflict', reason: 'id-taken' });
  const { thread: second } = await aThread({ space });
  await expect(postReply(author, { ...reply, threadId: second.id })).rejects.toMatchObject({
    code: 'conflict',
    reason: 'id-taken'
  });
});

test('a guest is asked to sign in, and an observer cannot speak', async () => {
  const space = await aSpace({ visibility: 'restricted' });
  const { thread } = await aThread({ space });
  const observer = await aMember();
  await joinSpace(observer, space.id, 'observer');
  await expect(postReply(guest, aReply(thread.id))).rejects.toMatchObject({ code: 'not-signed-in' });
  await expect(postReply(observer, aReply(thread.id))).rejects.toMatchObject({ code: 'not-allowed' });
});

test('a thread of a restricted forum does not exist for others, and neither does a made-up one', async () => {
  const { thread } = await aThread({ space: await aSpace({ visibility: 'restricted' }) });
  const stranger = await aMember();
  for (const threadId of [thread.id, newId(), 'not-an-id', '../../etc/passwd'])
    for (const attempt of [() => readThread(stranger, threadId), () => postReply(stranger, aReply(threadId))])
      await expect(attempt()).rejects.toMatchObject({ code: 'not-found' });
});

test('nobody can reply for an organisation that gave them no mandate', async () => {
  const { thread, author } = await aThread();
  const ministry = await anOrganisation();
  await expect(postReply(author, aReply(thread.id, { capacity: ministry }))).rejects.toMatchObject({
    reason: 'no-mandate',
    field: 'capacity'
  });
});

test('a guest and a member alike cannot reply to a closed thread, and nothing of it is written', async () => {
  const { thread, author, moderator } = await aThread();
  await lockThread(moderator, { threadId: thread.id, reason: 'Settled.' });
  await expect(postReply(author, aReply(thread.id))).rejects.toMatchObject({
    code: 'conflict',
    reason: 'thread-closed'
  });
  expect(await readThread(author, thread.id)).toMatchObject({
    postsCount: 1,
    seq: 2,
    closed: { reason: 'Settled.' }
  });
});

test('twenty people who post at once get twenty numbers without a hole', async () => {
  const { thread, author } = await aThread();
  await Promise.all(
    Array.from({ length: 20 }, () => postReply(author, aReply(thread.id), { at: new Date() }))
  );
  const { posts, seq } = await readThread(author, thread.id);
  expect(posts.map(({ number }) => number)).toEqual(Array.from({ length: 21 }, (_, n) => n + 1));
  expect(new Set(posts.map((post) => post.seq)).size).toBe(21);
  expect(seq).toBe(21);
});

test('someone who floods a thread is slowed down, whatever the number of their windows', async () => {
  const { thread } = await aThread();
  const flooder = await aMember();
  const attempts = await Promise.allSettled(
    Array.from({ length: limits.repliesPerMinute + 3 }, () => postReply(flooder, aReply(thread.id)))
  );
  expect(attempts.filter(({ status }) => status === 'rejected')).toHaveLength(3);
});

test('the room hears of a post only when it can be read', async () => {
  const { thread, author } = await aThread();
  const heard: unknown[] = [];
  const emit = vi
    .spyOn(hub(), 'emit')
    .mockImplementation((room, name, payload) => void heard.push([room, name, payload]));
  const post = await postReply(author, aReply(thread.id));
  emit.mockRestore();
  expect(heard).toContainEqual([
    `thread:${thread.id}`,
    'reply.posted',
    expect.objectContaining({ room: `thread:${thread.id}`, seq: 2, post })
  ]);
});

test.each([
  ['nothing', '', 'text-missing'],
  ['only spaces and marks that nobody sees', ' \u200b\u2060\n\t ', 'text-missing'],
  ['a megabyte', 'x'.repeat(1_000_000), 'text-too-long'],
  ['bytes', 'a\u0000b', 'not-text'],
  ['an escape sequence', 'a\u001b[2Jb', 'not-text'],
  ['half of a character', 'a\ud800b', 'not-text']
])('who posts %s is told why', (_, body, reason) => {
  const result = v.safeParse(newReply, { id: newId(), threadId: newId(), body });
  expect(result.issues?.[0].message).toBe(reason);
});

test('a text of forty thousand characters, in any script, is accepted and comes back whole', async () => {
  const { thread, author } = await aThread();
  const body = 'س'.repeat(limits.bodyLength);
  const parsed = v.parse(newReply, { ...aReply(thread.id), body });
  const post = await postReply(author, parsed);
  expect(post).toMatchObject({ dir: 'rtl', lang: 'ar' });
  expect(post.html.length).toBeGreaterThan(limits.bodyLength);
});

test('a form sent without JavaScript twice starts one thread', async () => {
  const space = await aSpace();
  const author = await aMember();
  const input = v.parse(newThread, {
    spaceId: space.id,
    postId: newId(),
    title: ' What brought nurses back? ',
    body: 'A question.'
  });
  const [first, second] = await Promise.all([startThread(author, input), startThread(author, input)]);
  expect(first.id).toBe(second.id);
  expect(await readThread(guest, first.id)).toMatchObject({
    title: 'What brought nurses back?',
    postsCount: 1,
    seq: 1
  });
});

test('a quote must be of the same thread', async () => {
  const { thread, author, space } = await aThread();
  const { thread: other } = await aThread({ space });
  const foreign = (await readThread(author, other.id)).posts[0].id;
  const own = (await readThread(author, thread.id)).posts[0].id;
  await expect(postReply(author, aReply(thread.id, { quoted: foreign }))).rejects.toMatchObject({
    code: 'not-found'
  });
  expect(await postReply(author, aReply(thread.id, { quoted: own }))).toMatchObject({ quotes: 1 });
});
