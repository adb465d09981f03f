import { and, eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { changeExperience } from '#features/forum/server/change-experience.ts';
import { editPost } from '#features/forum/server/edit-post.ts';
import { postReply } from '#features/forum/server/post-reply.ts';
import { setTags } from '#features/forum/server/set-tags.ts';
import { shareExperience } from '#features/forum/server/share-experience.ts';
import { startThread } from '#features/forum/server/start-thread.ts';
import { posts } from '#features/forum/server/tables.ts';
import { withdrawPost } from '#features/forum/server/withdraw-post.ts';
import { guest } from '#features/people/people.ts';
import { newId } from '#lib/id.ts';
import { db } from '#lib/server/db.ts';
import { blockName } from '#lib/vocab/labels.ts';
import { aReply, aThread } from '#tests/forum-world.ts';
import { search, word } from '#tests/search-world.ts';
import { aMember, aSpace } from '#tests/world.ts';
import { searchDocuments } from './tables.ts';

const called = (locale: string) => blockName('health_financing', locale);
const documentOf = async (kind: 'thread' | 'post', id: string) =>
  (
    await db
      .select()
      .from(searchDocuments)
      .where(and(eq(searchDocuments.kind, kind), eq(searchDocuments.objectId, id)))
  )[0];

it('someone who starts a thread and replies has both in the index, and what they edit is replaced there', async () => {
  const { thread, author } = await aThread();
  const { id } = await postReply(
    author,
    aReply(thread.id, { body: 'A **first** [word](https://a.example)' })
  );
  expect(await documentOf('thread', thread.id)).toMatchObject({
    title: 'What brought nurses back?',
    text: 'Which measures held?',
    address: `/threads/${thread.id}`
  });
  const before = await documentOf('post', id);
  expect(before).toMatchObject({ text: 'A first word', address: `/threads/${thread.id}?post=2#post-2` });
  await editPost(author, { id, threadId: thread.id, revision: 0, body: 'A second word' });
  expect(await documentOf('post', id)).toMatchObject({ text: 'A second word', n: before.n });
});

it('someone who withdraws a post takes it out of the index, and of a thread leaves the title', async () => {
  const { thread, author } = await aThread();
  const { id } = await postReply(author, aReply(thread.id));
  await withdrawPost(author, { id, threadId: thread.id, reason: null });
  await withdrawPost(author, { id, threadId: thread.id, reason: null });
  expect(await documentOf('post', id)).toBeUndefined();
  const [{ id: opening }] = await db
    .select({ id: posts.id })
    .from(posts)
    .where(and(eq(posts.threadId, thread.id), eq(posts.number, 1)));
  await withdrawPost(author, { id: opening, threadId: thread.id, reason: null });
  expect(await documentOf('thread', thread.id)).toMatchObject({
    title: 'What brought nurses back?',
    text: ''
  });
});

it('someone who sets the tags of a thread finds it by them, by what they are called in each language, and by what it is for', async () => {
  const space = await aSpace();
  const author = await aMember();
  const title = word();
  const { id } = await startThread(author, {
    spaceId: space.id,
    postId: newId(),
    title,
    body: 'Which measures held?',
    capacity: 'personal',
    purpose: 'question',
    freeTags: ['night shifts']
  });
  const finds = async (query: string) => (await search(guest, `${title} ${query}`)).total === 1;
  expect(await finds('tag:"night shifts" kind:question')).toBe(true);
  expect(await finds('kind:call')).toBe(false);
  await setTags(author, { threadId: id, tags: ['block:health_financing'], freeTags: [] });
  expect(await finds('tag:night-shifts')).toBe(false);
  for (const tag of ['block:health_financing', 'health_financing', ...['en', 'fr', 'ar'].map(called)])
    expect([tag, await finds(`tag:"${tag}" genre:questions`)]).toEqual([tag, true]);
  expect(await documentOf('thread', id)).toMatchObject({ tags: ['block:health_financing'] });
});

it('someone who sets the tags of a thread whose opening post is withdrawn brings none of its words back', async () => {
  const { thread, author } = await aThread();
  const [{ id }] = await db.select({ id: posts.id }).from(posts).where(eq(posts.threadId, thread.id));
  await withdrawPost(author, { id, threadId: thread.id, reason: null });
  await setTags(author, { threadId: thread.id, tags: [], freeTags: ['rural'] });
  expect(await documentOf('thread', thread.id)).toMatchObject({ text: '', tags: ['rural'] });
});

it('an experience is found by how it ended, and as what it is; told anew, by what it says now', async () => {
  const [space, author] = [await aSpace(), await aMember()];
  const opening = {
    spaceId: space.id,
    postId: newId(),
    title: 'A call',
    body: 'Tell.',
    capacity: 'personal'
  };
  const { id: threadId } = await startThread(author, { ...opening, purpose: 'call' });
  const measure = word();
  const told = {
    id: newId(),
    threadId,
    country: 'SN',
    measure,
    year: 2022,
    outcome: 'worked' as const,
    account: 'Two nurses a post.',
    evidence: 'Vacancies fell',
    contact: ''
  };
  await shareExperience(author, { ...told, capacity: 'personal' });
  const finds = async (query: string) => (await search(guest, `${measure} ${query}`)).total === 1;
  expect(await finds('vacancies kind:experience tag:worked')).toBe(true);
  await changeExperience(author, { ...told, outcome: 'did_not_work', revision: 0 });
  expect(await finds('tag:worked')).toBe(false);
  expect(await finds('tag:did_not_work genre:expérience')).toBe(true);
});
