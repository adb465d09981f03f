import * as v from 'valibot';
import { expect, test } from 'vitest';
import { findPostBreaks } from '#features/archive/server/check-posts.ts';
import { listEntriesOf } from '#features/audit/server/list-entries.ts';
import { guest } from '#features/people/people.ts';
import { newId } from '#lib/id.ts';
import { listen, type Announcement } from '#lib/server/announce.ts';
import { aMember, anOrganisation, aSpace, joinSpace } from '#tests/world.ts';
import { postsMove, threadsMerge } from '../../inputs.ts';
import { editPost } from '../edit-post.ts';
import { postReply } from '../post-reply.ts';
import { readPostHistory } from '../read-post.ts';
import { readThread } from '../read-thread.ts';
import { threadRoom } from '../room.ts';
import { startThread } from '../start-thread.ts';
import { holdRule } from '../attribution/hold-rule.ts';
import { mergeThreads } from './merge-threads.ts';
import { movePosts } from './move-posts.ts';
import { readNewPlace } from './read-moves.ts';

async function twoThreads() {
  const space = await aSpace();
  const ministry = await anOrganisation({ name: 'Ministry of Moves' });
  const [moderator, delegate] = [
    await aMember({ name: 'Moderator', email: `${newId()}@m.example` }),
    await aMember({ name: 'Delegate', organisation: ministry })
  ];
  await joinSpace(moderator, space.id, 'moderator');
  const start = async (title: string, spaceId = space.id, by = delegate) =>
    (
      await startThread(
        by,
        { spaceId, postId: newId(), title, body: `About ${title}`, capacity: 'personal' },
        { at: new Date() }
      )
    ).id;
  const say = async (threadId: string, body: string, quoted: string | null = null) =>
    (
      await postReply(
        delegate,
        { id: newId(), threadId, body, capacity: ministry, quoted },
        { at: new Date() }
      )
    ).id;
  return { space, moderator, delegate, start, say };
}

const texts = async (id: string) =>
  (await readThread(guest, id)).posts.map(
    ({ number, html }) => `${number} ${html.replace(/<[^>]*>/g, '').trim()}`
  );

test('a moderator moves posts: they keep author, id and history, get new numbers, and their old ones lead to them', async () => {
  const { moderator, delegate, start, say } = await twoThreads();
  const [from, to] = [await start('Midwives'), await start('Money')];
  const [first, second, third] = [
    await say(from, 'Paid late'),
    await say(from, 'On shifts'),
    await say(from, 'Paid by phone')
  ];
  await editPost(delegate, { id: first, threadId: from, body: 'Paid too late', revision: 0 });
  const place = await movePosts(moderator, { threadId: from, postIds: [third, first], target: to });
  expect(place).toEqual({ threadId: to, number: 2 });
  expect(await texts(from)).toEqual(['1 About Midwives', '3 On shifts']);
  expect(await texts(to)).toEqual(['1 About Money', '2 Paid too late', '3 Paid by phone']);
  const source = await readThread(guest, from);
  expect(source.moves).toMatchObject([
    { number: 2, postId: first, threadId: to, toNumber: 2, by: 'Moderator' },
    { number: 4, postId: third, threadId: to, toNumber: 3 }
  ]);
  expect(await readNewPlace(guest, from, { number: 4 })).toEqual({ threadId: to, number: 3 });
  expect(await readNewPlace(guest, from, { id: first })).toEqual({ threadId: to, number: 2 });
  expect(await readNewPlace(guest, from, { id: second })).toBeNull();
  const moved = (await readThread(guest, to)).posts[1];
  expect(moved).toMatchObject({
    id: first,
    act: { personName: 'Delegate' },
    movedFrom: { threadId: from, number: 2 }
  });
  expect((await readPostHistory(guest, { threadId: to, id: first })).texts).toHaveLength(2);
  // What comes next takes the next number: none is given twice.
  await say(from, 'Later');
  expect((await texts(from)).at(-1)).toBe('5 Later');
});

test('both windows follow: one sees the posts go, the other sees them come, and who was away catches up', async () => {
  const { moderator, start, say } = await twoThreads();
  const [from, to] = [await start('A'), await start('B')];
  const ids = [await say(from, 'one'), await say(from, 'two')];
  const before = { from: (await readThread(guest, from)).seq, to: (await readThread(guest, to)).seq };
  const heard: Announcement[] = [];
  listen('moving-test', (one) => void heard.push(one));
  await movePosts(moderator, { threadId: from, postIds: ids, target: to });
  expect(heard.map(({ name, rooms }) => [name, rooms[0]?.split(':')[0]])).toEqual([
    ['posts.moved', 'thread'],
    ['reply.posted', 'thread'],
    ['reply.posted', 'thread'],
    ['thread.moved', 'space'],
    ['thread.moved', 'space']
  ]);
  const away = await threadRoom.since(guest, from, before.from);
  expect(away.events.filter(({ name }) => name === 'posts.moved')).toHaveLength(2);
  const arrived = await threadRoom.since(guest, to, before.to);
  expect(arrived.events.filter(({ name }) => name === 'reply.posted')).toHaveLength(2);
});

test('a split makes a thread of its own, begun by who wrote the first post of it', async () => {
  const { moderator, start, say } = await twoThreads();
  const from = await start('Everything');
  const first = await say(from, 'Something else');
  const answer = await say(from, 'An answer to it', first);
  const { threadId, number } = await movePosts(moderator, {
    threadId: from,
    postIds: [first, answer],
    title: 'Something else'
  });
  expect(number).toBe(1);
  const view = await readThread(guest, threadId);
  expect(view).toMatchObject({ title: 'Something else', act: { personName: 'Delegate' }, postsCount: 2 });
  expect(view.posts[1].quotes).toBe(1);
});

test('a merge empties a thread into another, closes it, and its address leads there', async () => {
  const { moderator, start, say } = await twoThreads();
  const [from, to] = [await start('Twin'), await start('Thread')];
  await say(from, 'said in the twin');
  await mergeThreads(moderator, { threadId: from, target: to });
  expect(await texts(to)).toEqual(['1 About Thread', '2 About Twin', '3 said in the twin']);
  const source = await readThread(guest, from);
  expect(source).toMatchObject({ posts: [], mergedInto: to, closed: { by: 'Moderator' } });
  expect(await readNewPlace(guest, from, { number: 1 })).toEqual({ threadId: to, number: 2 });
  await expect(mergeThreads(moderator, { threadId: from, target: to })).rejects.toMatchObject({
    reason: 'merge-done'
  });
});

test('the chain of facts tells of each move, and finds nothing broken after it', async () => {
  const { moderator, start, say } = await twoThreads();
  const [from, to] = [await start('A'), await start('B')];
  const id = await say(from, 'goes');
  await movePosts(moderator, { threadId: from, postIds: [id], target: to });
  expect((await listEntriesOf('post', [id])).map(({ action }) => action)).toEqual([
    'reply.posted',
    'reply.moved'
  ]);
  for await (const one of findPostBreaks()) expect(one.postId).not.toBe(id);
});

test('words never reach more people than they were said to', async () => {
  const { space, moderator, delegate, start, say } = await twoThreads();
  const [members, restricted, second] = [
    await aSpace({ visibility: 'members' }),
    await aSpace({ visibility: 'restricted' }),
    await aSpace({ visibility: 'restricted' })
  ];
  for (const { id } of [members, restricted, second]) {
    await joinSpace(moderator, id, 'moderator');
    await joinSpace(delegate, id);
  }
  const open = await start('Open');
  for (const [from, to] of [
    [await start('m', members.id), open],
    [await start('r', restricted.id), open],
    [await start('r', restricted.id), await start('s', second.id)],
    [open, await start('m', members.id)]
  ]) {
    const id = await say(from, 'confided');
    await expect(movePosts(moderator, { threadId: from, postIds: [id], target: to })).rejects.toMatchObject({
      reason: 'move-forum'
    });
  }
  expect(space.visibility).toBe('public');
});

test('in a room under the Chatham House Rule a move names nobody, and what is split off stays under it', async () => {
  const { moderator, space, start, say } = await twoThreads();
  const keeper = await aMember({ email: `${newId()}@keeper.example` });
  await joinSpace(keeper, space.id);
  const from = await start('Frankly');
  const { db } = await import('#lib/server/db.ts');
  const { persons } = await import('#features/people/server/tables.ts');
  const { eq } = await import('drizzle-orm');
  const [{ email }] = await db
    .select({ email: persons.email })
    .from(persons)
    .where(eq(persons.id, keeper.personId));
  await holdRule(moderator, { threadId: from, keeper: email! });
  const id = await say(from, 'confided');
  const { threadId } = await movePosts(moderator, { threadId: from, postIds: [id], title: 'Apart' });
  const view = await readThread(guest, threadId);
  expect(view.act.personId).toBe('unattributed');
  expect(view.attribution).toMatchObject({ lifted: null });
  expect(JSON.stringify(view)).not.toContain('Delegate');
});

test('only who moderates moves, and only what can go', async () => {
  const { moderator, delegate, start, say } = await twoThreads();
  const [from, to] = [await start('A'), await start('B')];
  const id = await say(from, 'one');
  const [opening] = (await readThread(guest, from)).posts;
  const stranger = await aMember();
  for (const who of [delegate, stranger])
    await expect(movePosts(who, { threadId: from, postIds: [id], target: to })).rejects.toMatchObject({
      code: 'not-allowed'
    });
  await expect(movePosts(guest, { threadId: from, postIds: [id], target: to })).rejects.toMatchObject({
    code: 'not-signed-in'
  });
  const refused = async (input: Parameters<typeof movePosts>[1], reason: string) =>
    expect(movePosts(moderator, input)).rejects.toMatchObject({ reason });
  await refused({ threadId: from, postIds: [opening.id], target: to }, 'move-opening');
  await refused({ threadId: from, postIds: [newId()], target: to }, 'not-found');
  await refused({ threadId: from, postIds: [id], target: from }, 'move-same-thread');
  await refused({ threadId: from, postIds: [id], target: newId() }, 'not-found');
});

test('a form names posts and one way for them; an address as copied from a browser will do', () => {
  const id = newId();
  const parsed = v.parse(postsMove, {
    postIds: [id],
    target: `https://palabre.example/threads/${id}?post=3#post-3`
  });
  expect(parsed.target).toBe(id);
  const reason = (input: unknown) => v.safeParse(postsMove, input).issues?.[0].message;
  expect(reason({ postIds: [], target: id })).toBe('move-nothing');
  expect(reason({ postIds: [id] })).toBe('move-where');
  expect(reason({ postIds: [id], target: id, title: 'x' })).toBe('move-where');
  expect(reason({ postIds: [id], target: 'nowhere' })).toBe('thread-address');
  expect(reason({ postIds: Array.from({ length: 101 }, newId), title: 'x' })).toBe('move-many');
  expect(v.safeParse(threadsMerge, {}).success).toBe(false);
});
