import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { editPost } from '#features/forum/server/edit-post.ts';
import { postReply } from '#features/forum/server/post-reply.ts';
import { postRevisions, postWithdrawals, posts, readingPositions } from '#features/forum/server/tables.ts';
import { withdrawPost } from '#features/forum/server/withdraw-post.ts';
import { atomic, type Tx } from '#lib/server/db.ts';
import { aReply, aThread } from '#tests/forum-world.ts';
import { findPostBreaks, type PostBreak } from './check-posts.ts';

/** What a check says of one post after somebody had the database in their hands; then it is undone. */
async function after(postId: string, change: (tx: Tx) => Promise<unknown>): Promise<PostBreak[]> {
  const found: PostBreak[] = [];
  await atomic(async (tx) => {
    await change(tx);
    for await (const one of findPostBreaks({ posts: 0 }, tx)) if (one.postId === postId) found.push(one);
    throw new Error('undo');
  }).catch((fault: Error) => {
    if (fault.message !== 'undo') throw fault;
  });
  return found;
}

test('a post that was edited and one that was withdrawn are what the chain says', async () => {
  const { thread, author } = await aThread();
  const one = await postReply(author, aReply(thread.id));
  await editPost(author, { id: one.id, threadId: thread.id, body: 'Mended', revision: 0 });
  const other = await postReply(author, aReply(thread.id));
  await withdrawPost(author, { id: other.id, threadId: thread.id, reason: null });
  await withdrawPost(author, { id: other.id, threadId: thread.id, reason: null });
  for (const { id } of [one, other]) expect(await after(id, async () => {})).toEqual([]);
});

test('words put into a mouth, an edit that is denied, a withdrawal undone and a post gone are each found', async () => {
  const { thread, author } = await aThread();
  const { id } = await postReply(author, aReply(thread.id));
  await editPost(author, { id, threadId: thread.id, body: 'Mended', revision: 0 });
  const at = eq(posts.id, id);
  const kinds = async (change: (tx: Tx) => Promise<unknown>) =>
    (await after(id, change)).map(({ kind }) => kind);
  expect(await kinds((tx) => tx.update(posts).set({ body: 'Never said' }).where(at))).toEqual([
    'text-changed'
  ]);
  expect(await kinds((tx) => tx.update(posts).set({ revision: 0 }).where(at))).toEqual(['revisions']);
  expect(
    await kinds(async (tx) => {
      await tx.delete(postRevisions).where(eq(postRevisions.postId, id));
      await tx.delete(readingPositions).where(eq(readingPositions.threadId, thread.id));
      await tx.delete(posts).where(at);
    })
  ).toEqual(['gone']);
  await withdrawPost(author, { id, threadId: thread.id, reason: null });
  expect(await kinds((tx) => tx.delete(postWithdrawals).where(eq(postWithdrawals.postId, id)))).toEqual([
    'withdrawal'
  ]);
});

test('a post that nobody posted is found', async () => {
  const { thread, author } = await aThread();
  const { id } = await postReply(author, aReply(thread.id));
  const found: PostBreak[] = [];
  const forged = 'f0000000-0000-7000-8000-00000000000f';
  await atomic(async (tx) => {
    const [row] = await tx.select().from(posts).where(eq(posts.id, id));
    await tx.insert(posts).values({ ...row, id: forged, number: row.number + 1 });
    for await (const one of findPostBreaks({ posts: 0 }, tx)) if (one.postId === forged) found.push(one);
    throw new Error('undo');
  }).catch(() => {});
  expect(found).toEqual([{ postId: forged, kind: 'no-entry', seq: null }]);
});
