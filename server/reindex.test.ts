import { eq, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { postReply } from '#features/forum/server/post-reply.ts';
import { withdrawPost } from '#features/forum/server/withdraw-post.ts';
import { guest } from '#features/people/people.ts';
import { appendDocument } from '#features/search/server/append-document.ts';
import { searchDocuments } from '#features/search/server/tables.ts';
import { newId } from '#lib/id.ts';
import { atomic } from '#lib/server/db.ts';
import { aReply, aThread } from '#tests/forum-world.ts';
import { aLesson } from '#tests/lessons-world.ts';
import { search, word } from '#tests/search-world.ts';
import { aMember } from '#tests/world.ts';
import { compareIndex, reindexWhenBehind } from './reindex.ts';

// The other files of this worker wrote into the same database: all of it is written again.
it('after an upgrade everything that was written before is found, once, and nothing that was withdrawn', async () => {
  const { thread, author, space } = await aThread();
  const w = word();
  await postReply(author, aReply(thread.id, { body: `Stays ${w}.` }));
  const gone = await postReply(author, aReply(thread.id, { body: `Goes ${w}.` }));
  await aLesson(await aMember(), { summary: `Learned ${w}.` });
  await withdrawPost(author, { id: gone.id, threadId: thread.id, reason: null });
  const ghost = newId();
  await atomic(async (tx) => {
    await appendDocument(tx, {
      kind: 'post',
      id: ghost,
      spaceId: space.id,
      address: '/threads/x',
      title: '',
      text: `Ghost ${w}.`,
      lang: 'en',
      act: null,
      at: new Date()
    });
    await tx.delete(searchDocuments).where(eq(searchDocuments.kind, 'lesson'));
    await tx
      .delete(searchDocuments)
      .where(sql`${searchDocuments.kind} = 'post' and ${searchDocuments.objectId} <> ${ghost}`);
  });
  await reindexWhenBehind();
  await reindexWhenBehind();
  const { texts, documents } = await compareIndex();
  expect(documents).toBe(texts);
  const { hits } = await search(guest, w);
  expect(hits.map(({ kind }) => kind).sort()).toEqual(['lesson', 'post']);
  expect(
    hits
      .find(({ kind }) => kind === 'post')
      ?.snippet.map(({ text }) => text)
      .join('')
  ).toBe(`Stays ${w}.`);
}, 180_000);
