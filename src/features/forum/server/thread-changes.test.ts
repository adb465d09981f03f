import { eq } from 'drizzle-orm';
import { afterEach, expect, test, vi } from 'vitest';
import { guest, type Actor } from '#features/people/people.ts';
import { affiliations } from '#features/people/server/tables.ts';
import { newId } from '#lib/id.ts';
import type { RoomEvent } from '#lib/live/room.ts';
import { db, store } from '#lib/server/db.ts';
import { hub } from '#lib/server/hub.ts';
import { readActor } from '#features/people/server/read-actor.ts';
import { aMember, anOrganisation, aSpace } from '#tests/world.ts';
import { aReply, aThread } from '#tests/forum-world.ts';
import type { PostEvent, PostView, ThreadEvent } from '../forum.ts';
import { closeThread } from './close-thread.ts';
import { lockThread } from '#features/moderation/server/lock-thread.ts';
import { editPost } from './edit-post.ts';
import { listThreads } from './list-threads.ts';
import { listUnread } from './list-unread.ts';
import { markRead } from './mark-read.ts';
import { markSpaceRead } from './mark-space-read.ts';
import { postReply } from './post-reply.ts';
import { readPost, readPostHistory } from './read-post.ts';
import { readThread } from './read-thread.ts';
import { reopenThread } from './reopen-thread.ts';
import { spaceThreadsRoom, threadRoom } from './room.ts';
import { withdrawPost } from './withdraw-post.ts';

afterEach(() => vi.restoreAllMocks());

/** A page that was open all the while, or came back after a gap: it applies what the room tells. */
class Page {
  posts = new Map<string, PostView>();
  state: unknown;
  apply({ payload }: RoomEvent) {
    const { post, state } = payload as PostEvent & ThreadEvent;
    if (post && (this.posts.get(post.id)?.seq ?? -1) <= post.seq) this.posts.set(post.id, post);
    if (state) this.state = state;
  }
  get shown() {
    return [...this.posts.values()].sort((a, b) => a.number - b.number);
  }
}

test('a page that missed anything from one change to all of them converges to the same thread', async () => {
  const { thread, author, moderator } = await aThread();
  const start = await readThread(author, thread.id);
  const replies = [];
  for (let n = 0; n < 4; n += 1)
    replies.push(await postReply(author, aReply(thread.id, { body: `Reply ${n}` })));
  await editPost(author, { id: replies[0].id, threadId: thread.id, body: 'Mended', revision: 0 });
  await withdrawPost(author, { id: replies[1].id, threadId: thread.id, reason: 'wrong year' });
  await lockThread(moderator, { threadId: thread.id, reason: 'Enough.' });
  await reopenThread(moderator, { threadId: thread.id });
  await postReply(author, aReply(thread.id, { quoted: replies[3].id }));
  await lockThread(moderator, { threadId: thread.id, reason: 'Enough.' });

  const truth = await readThread(author, thread.id);
  for (let since = 0; since < truth.seq; since += 1) {
    const page = new Page();
    // What the page had at `since` is at most what it has now: the posts of the start, and those not touched after.
    for (const post of [...start.posts, ...truth.posts]) if (post.seq <= since) page.posts.set(post.id, post);
    const { seq, events } = await threadRoom.since(author, thread.id, since);
    events.forEach((event) => page.apply(event));
    expect(seq).toBe(truth.seq);
    expect(page.shown).toEqual(truth.posts);
    expect(page.state).toMatchObject({ postsCount: truth.postsCount, closed: truth.closed });
    expect(truth).toMatchObject(page.state!);
  }
  expect(await threadRoom.since(author, thread.id, truth.seq)).toEqual({ seq: truth.seq, events: [] });
});

test('every change is announced with the next number of the sequence, none twice', async () => {
  const { thread, author, moderator } = await aThread();
  const heard: { name: string; seq: number }[] = [];
  vi.spyOn(hub(), 'emit').mockImplementation(
    (room, name, payload) =>
      void (room === `thread:${thread.id}` && heard.push({ name, seq: (payload as { seq: number }).seq }))
  );
  const post = await postReply(author, aReply(thread.id));
  await editPost(author, { id: post.id, threadId: thread.id, body: 'Mended', revision: 0 });
  await withdrawPost(author, { id: post.id, threadId: thread.id, reason: null });
  await lockThread(moderator, { threadId: thread.id, reason: 'Enough.' });
  expect(heard).toEqual([
    { name: 'reply.posted', seq: 2 },
    { name: 'reply.changed', seq: 3 },
    { name: 'reply.changed', seq: 4 },
    { name: 'thread.changed', seq: 5 }
  ]);
});

test('the room of a thread that someone may not read is not there', async () => {
  const { thread, space } = await aThread({ space: await aSpace({ visibility: 'restricted' }) });
  const stranger = await aMember();
  for (const actor of [guest, stranger] as Actor[]) {
    await expect(threadRoom.since(actor, thread.id, null)).rejects.toMatchObject({ code: 'not-found' });
    await expect(spaceThreadsRoom.since(actor, space.id, null)).rejects.toMatchObject({ code: 'not-found' });
    await expect(listThreads(actor, space.id)).rejects.toMatchObject({ code: 'not-found' });
    expect(await listUnread(actor)).not.toHaveProperty(space.id);
  }
  await expect(threadRoom.since(guest, 'x', null)).rejects.toMatchObject({ code: 'not-found' });
});

test('an edit keeps what was written before, and says who mended it', async () => {
  const { thread } = await aThread();
  const ministry = await anOrganisation();
  const [delegate, colleague] = [
    await aMember({ name: 'Chikondi', organisation: ministry }),
    await aMember({ name: 'Thandiwe', organisation: ministry })
  ];
  const post = await postReply(
    delegate,
    aReply(thread.id, { capacity: ministry, body: 'We doubled the allowance in 2022.' })
  );
  const mended = await editPost(colleague, {
    id: post.id,
    threadId: thread.id,
    body: 'We doubled the allowance in 2023.',
    revision: 0
  });
  expect(mended).toMatchObject({ revision: 1, edited: { by: 'Thandiwe' }, act: { personName: 'Chikondi' } });
  const { texts } = await readPostHistory(guest, { threadId: thread.id, id: post.id });
  expect(texts.map(({ html, by }) => [html.trim(), by])).toEqual([
    ['<p>We doubled the allowance in 2023.</p>', 'Thandiwe'],
    ['<p>We doubled the allowance in 2022.</p>', 'Chikondi']
  ]);
});

test('two colleagues who mend the same post do not undo each other', async () => {
  const { thread, author } = await aThread();
  const post = await postReply(author, aReply(thread.id));
  const edits = await Promise.allSettled(
    ['One', 'Two'].map((body) => editPost(author, { id: post.id, threadId: thread.id, body, revision: 0 }))
  );
  expect(edits.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(edits.find((edit) => edit.status === 'rejected')).toMatchObject({
    reason: { code: 'conflict', reason: 'post-changed' }
  });
});

test('nobody else edits a post: not a moderator, not an administrator, not its author once the mandate has ended', async () => {
  const { thread, moderator } = await aThread();
  const ministry = await anOrganisation();
  const delegate = await aMember({ organisation: ministry });
  const post = await postReply(delegate, aReply(thread.id, { capacity: ministry }));
  await db
    .update(affiliations)
    .set({ endsAt: new Date(0) })
    .where(eq(affiliations.personId, delegate.personId));
  const former = await readActor(delegate.token);
  for (const actor of [moderator, former, await aMember({ administrator: true }), await aMember()])
    await expect(
      editPost(actor, { id: post.id, threadId: thread.id, body: 'Not theirs', revision: 0 })
    ).rejects.toMatchObject({ code: 'not-allowed' });
  await expect(
    editPost(guest, { id: post.id, threadId: thread.id, body: 'x', revision: 0 })
  ).rejects.toMatchObject({ code: 'not-signed-in' });
});

test('a post is not found under another thread', async () => {
  const { thread, author, space } = await aThread();
  const { thread: other } = await aThread({ space });
  const post = await postReply(author, aReply(thread.id));
  await expect(readPost(author, { threadId: other.id, id: post.id })).rejects.toMatchObject({
    code: 'not-found'
  });
  await expect(
    editPost(author, { id: post.id, threadId: other.id, body: 'x', revision: 0 })
  ).rejects.toMatchObject({ code: 'not-found' });
  await expect(
    withdrawPost(author, { id: newId(), threadId: thread.id, reason: null })
  ).rejects.toMatchObject({ code: 'not-found' });
});

test('a withdrawn post leaves its place and a trace, and its text is given to nobody', async () => {
  const { thread, author, moderator } = await aThread();
  const post = await postReply(author, aReply(thread.id, { body: 'Something I regret' }));
  // Who moderates hides, by an act with its reason; they withdraw nobody's words.
  for (const other of [await aMember(), moderator])
    await expect(
      withdrawPost(other, { id: post.id, threadId: thread.id, reason: null })
    ).rejects.toMatchObject({ code: 'not-allowed' });
  expect((await readPost(moderator, { id: post.id, threadId: thread.id })).may.withdraw).toBe(false);
  await withdrawPost(author, { id: post.id, threadId: thread.id, reason: 'names a patient' });
  await withdrawPost(author, { id: post.id, threadId: thread.id, reason: 'second thoughts' });
  const { posts } = await readThread(guest, thread.id);
  expect(posts[1]).toMatchObject({
    number: 2,
    html: '',
    withdrawn: { by: 'Awa', moderated: false, reason: 'names a patient' }
  });
  expect(JSON.stringify([posts, await threadRoom.since(guest, thread.id, null)])).not.toContain('regret');
  await expect(readPostHistory(guest, { threadId: thread.id, id: post.id })).rejects.toMatchObject({
    code: 'not-found'
  });
  await expect(
    editPost(author, { id: post.id, threadId: thread.id, body: 'x', revision: 0 })
  ).rejects.toMatchObject({ reason: 'post-withdrawn' });
});

test('only who moderates closes and reopens a thread; a closed one takes no edit either', async () => {
  const { thread, author, moderator } = await aThread();
  await expect(closeThread(author, { threadId: thread.id, reason: null })).rejects.toMatchObject({
    code: 'not-allowed'
  });
  const post = await postReply(author, aReply(thread.id));
  await lockThread(moderator, { threadId: thread.id, reason: 'Enough.' });
  await expect(lockThread(moderator, { threadId: thread.id, reason: 'Enough.' })).rejects.toMatchObject({
    reason: 'thread-closed'
  });
  await expect(
    editPost(author, { id: post.id, threadId: thread.id, body: 'Late', revision: 0 })
  ).rejects.toMatchObject({ reason: 'thread-closed' });
  await expect(reopenThread(author, { threadId: thread.id })).rejects.toMatchObject({ code: 'not-allowed' });
  await reopenThread(moderator, { threadId: thread.id });
  await postReply(author, aReply(thread.id));
});

test('a reader sees what is new since last time, counted per thread and per forum', async () => {
  const { thread, author, space } = await aThread();
  const reader = await aMember();
  const unread = async (actor: Actor) => [
    (await listThreads(actor, space.id)).threads[0].unread,
    (await listUnread(actor))[space.id].unread
  ];
  expect(await unread(reader)).toEqual([1, 1]);
  await markRead(reader, { threadId: thread.id, number: 1 });
  for (let n = 0; n < 3; n += 1) await postReply(author, aReply(thread.id));
  expect(await unread(reader)).toEqual([3, 3]);
  expect(await readThread(reader, thread.id)).toMatchObject({ read: { number: 1 } });
  await markRead(reader, { threadId: thread.id, number: 1_000_000 });
  await markRead(reader, { threadId: thread.id, number: 2 });
  expect(await unread(reader)).toEqual([0, 0]);
  expect(await unread(author)).toEqual([0, 0]);
  expect(await unread(guest)).toEqual([null, null]);
  await postReply(author, aReply(thread.id));
  await markSpaceRead(reader, space.id);
  expect(await unread(reader)).toEqual([0, 0]);
});

test('a permalink deep in a long thread opens the page of the thread that holds it', async () => {
  const { thread, author } = await aThread();
  for (let n = 0; n < 204; n += 1)
    await postReply(author, aReply(thread.id, { body: `Reply ${n}` }), { at: new Date() });
  const range = async (actor: Actor, at: number | null) => {
    const { from, posts, postsCount } = await readThread(actor, thread.id, at);
    return [from, posts[0].number, posts.at(-1)?.number, postsCount];
  };
  expect(await range(guest, null)).toEqual([1, 1, 100, 205]);
  expect(await range(guest, 150)).toEqual([101, 101, 200, 205]);
  expect(await range(guest, 99_999)).toEqual([201, 201, 205, 205]);
  expect(await range(guest, -5)).toEqual([1, 1, 100, 205]);
  await markRead(author, { threadId: thread.id, number: 180 });
  expect(await range(await aMember(), null)).toEqual([1, 1, 100, 205]);
}, 60_000);

test('a thread page costs the same number of queries whether it has one post or fifty', async () => {
  const { thread, author } = await aThread();
  const queries = async () => {
    const select = vi.spyOn(store().db, 'select');
    await readThread(author, thread.id);
    const { length } = select.mock.calls;
    select.mockRestore();
    return length;
  };
  const short = await queries();
  for (let n = 0; n < 49; n += 1) await postReply(author, aReply(thread.id), { at: new Date() });
  expect(await queries()).toBe(short);
  expect(short).toBeGreaterThan(2);
  expect(short).toBeLessThanOrEqual(5);
});
