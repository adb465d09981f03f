import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { auditEntries } from '#features/audit/server/tables.ts';
import { editPost } from '#features/forum/server/edit-post.ts';
import { postReply } from '#features/forum/server/post-reply.ts';
import { postWithdrawals, posts } from '#features/forum/server/tables.ts';
import { withdrawPost } from '#features/forum/server/withdraw-post.ts';
import { newId } from '#lib/id.ts';
import { db } from '#lib/server/db.ts';
import { aReply, aThread } from '#tests/forum-world.ts';
import { adoptPosts } from './adopt-posts.ts';
import { findPostBreaks } from './check-posts.ts';

/** Posts as a house had them before there was a chain: rows, and no entry. */
async function ofBefore(many: number) {
  const { thread, author } = await aThread();
  const model = await postReply(author, aReply(thread.id));
  const [row] = await db.select().from(posts).where(eq(posts.id, model.id));
  const ids: string[] = [];
  for (let n = 0; n < many; n += 1) {
    const id = newId();
    await db.insert(posts).values({ ...row, id, number: 100 + n, body: `Said long ago, ${n}` });
    ids.push(id);
  }
  return { thread, author, ids };
}

async function breaksOf(ids: string[]) {
  const seen = { posts: 0, adopted: 0 };
  const found: string[] = [];
  for await (const { postId, kind } of findPostBreaks(seen)) if (ids.includes(postId)) found.push(kind);
  return { found, seen };
}

test('posts older than the chain are adopted once, as they are found, and what is done to them afterwards is known', async () => {
  const { thread, author, ids } = await ofBefore(205);
  const [edited, gone] = ids;
  await db.update(posts).set({ revision: 2 }).where(eq(posts.id, edited));
  await db.insert(postWithdrawals).values({
    postId: gone,
    personId: author.personId,
    personName: 'Awa',
    moderated: false,
    reason: null,
    category: null,
    createdAt: new Date()
  });
  expect((await breaksOf(ids)).found).toHaveLength(205);
  expect(await adoptPosts()).toBeGreaterThanOrEqual(205);
  expect(await adoptPosts()).toBe(0);
  const { found, seen } = await breaksOf(ids);
  expect(found).toEqual([]);
  expect(seen.adopted).toBeGreaterThanOrEqual(205);
  const entries = await db.select().from(auditEntries).where(eq(auditEntries.objectId, edited));
  expect(entries).toMatchObject([{ action: 'reply.adopted', actor: null, detail: { revision: 2 } }]);
  await editPost(author, { id: edited, threadId: thread.id, body: 'Mended today', revision: 2 });
  await withdrawPost(author, { id: ids[2], threadId: thread.id, reason: null });
  expect((await breaksOf(ids)).found).toEqual([]);
  await db.update(posts).set({ body: 'Not what was found' }).where(eq(posts.id, ids[3]));
  expect((await breaksOf(ids)).found).toEqual(['text-changed']);
});
