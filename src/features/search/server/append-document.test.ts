import { and, eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { editPost } from '#features/forum/server/edit-post.ts';
import { postReply } from '#features/forum/server/post-reply.ts';
import { posts } from '#features/forum/server/tables.ts';
import { withdrawPost } from '#features/forum/server/withdraw-post.ts';
import { db } from '#lib/server/db.ts';
import { aReply, aThread } from '#tests/forum-world.ts';
import { searchDocuments } from './tables.ts';

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
