import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { holdRule } from '#features/forum/server/attribution/hold-rule.ts';
import { listOwnPending } from '#features/forum/server/list-pending.ts';
import { postReply } from '#features/forum/server/post-reply.ts';
import { readPending } from '#features/forum/server/read-pending.ts';
import { readThread } from '#features/forum/server/read-thread.ts';
import { persons } from '#features/people/server/tables.ts';
import { db } from '#lib/server/db.ts';
import { aReply, aThread } from '#tests/forum-world.ts';
import { aMember, joinSpace } from '#tests/world.ts';
import { approvePost } from './approve-post.ts';
import { dismissFlags } from './dismiss-flags.ts';
import { flagPost } from './flag-post.ts';
import { hidePost } from './hide-post.ts';
import { listCases } from './list-cases.ts';
import { readCase } from './read-case.ts';
import { setSpaceRules, slowThread } from './set-pace.ts';
import { moderationActs } from './tables.ts';

/** A thread under the Chatham House Rule with its moderator, and a newcomer whose name must not be told. */
async function aSealedRoom() {
  const { thread, space, moderator } = await aThread();
  const keeper = await aMember();
  await joinSpace(keeper, space.id);
  const [{ email }] = await db.select().from(persons).where(eq(persons.id, keeper.personId));
  await holdRule(moderator, { threadId: thread.id, keeper: email! });
  const newcomer = await aMember({ name: 'Unspoken Newcomer' });
  const unspoken = new RegExp(`${newcomer.personId}|Unspoken`);
  return { thread, space, moderator, newcomer, unspoken };
}

test('a first post under the Chatham House Rule is approved by who does not see whose it is', async () => {
  const { thread, space, moderator, newcomer, unspoken } = await aSealedRoom();
  await setSpaceRules(moderator, { spaceId: space.id, firstPosts: 1, paceSeconds: 0 });
  const waiting = await postReply(newcomer, aReply(thread.id, { body: 'Frankly' }));
  expect(waiting.waits).toBe('approval');
  const queue = await listCases(moderator, space.slug);
  expect(queue.toApprove).toMatchObject([{ id: waiting.id, may: { decide: true } }]);
  expect(JSON.stringify([queue, await readPending(moderator, waiting.id)])).not.toMatch(unspoken);
  expect((await listOwnPending(newcomer, thread.id))[0].act.personName).toBe('Unspoken Newcomer');
  await approvePost(moderator, { id: waiting.id, revision: 0 });
  expect(JSON.stringify(await readThread(moderator, thread.id))).not.toMatch(unspoken);
  const acts = await db.select().from(moderationActs).where(eq(moderationActs.postId, waiting.id));
  expect(acts).toMatchObject([{ kind: 'approved', subjectId: null }]);
  // What is sealed counts: the second one needs nobody.
  expect((await postReply(newcomer, aReply(thread.id, { body: 'And more' }))).waits).toBeUndefined();
});

test('slow mode counts what is sealed, and what waits', async () => {
  const { thread, space, moderator, newcomer } = await aSealedRoom();
  await slowThread(moderator, { threadId: thread.id, seconds: 300, reason: 'Calm.' });
  await postReply(newcomer, aReply(thread.id, { body: 'Frankly' }));
  await expect(postReply(newcomer, aReply(thread.id))).rejects.toMatchObject({ reason: 'slow-mode' });
  await setSpaceRules(moderator, { spaceId: space.id, firstPosts: 5, paceSeconds: 0 });
  const other = await aMember();
  expect((await postReply(other, aReply(thread.id))).waits).toBe('approval');
  await expect(postReply(other, aReply(thread.id))).rejects.toMatchObject({ reason: 'slow-mode' });
});

test('nobody decides about their own sealed post, and nobody else learns that it is theirs', async () => {
  const { thread, space, moderator } = await aSealedRoom();
  const second = await aMember();
  await joinSpace(second, space.id, 'moderator');
  const post = await postReply(second, aReply(thread.id, { body: 'Mine, unnamed' }));
  const by = { threadId: thread.id, id: post.id };
  await flagPost(await aMember(), { ...by, category: 'other', words: null });
  expect((await readCase(second, by)).may).toEqual({ flag: false, decide: false });
  await expect(hidePost(second, { ...by, category: 'other', reason: 'x' })).rejects.toMatchObject({
    reason: 'own-case'
  });
  await expect(dismissFlags(second, { ...by, reason: 'x' })).rejects.toMatchObject({ reason: 'own-case' });
  expect(await readCase(moderator, by)).toMatchObject({ authorId: null, own: false, may: { decide: true } });
});

test('a reported post stands in the queue between what was said before and after it', async () => {
  const { thread, space, moderator } = await aThread();
  const reporter = await aMember();
  const said = [];
  for (const body of ['Reported **words**', 'An _answer_ to them'])
    said.push(await postReply(await aMember(), aReply(thread.id, { body })));
  await flagPost(reporter, { threadId: thread.id, id: said[0].id, category: 'other', words: null });
  const [one] = (await listCases(moderator, space.slug)).flagged;
  expect(one).toMatchObject({
    before: { number: 1, text: 'Which measures held?' },
    after: { number: 3, text: 'An answer to them' }
  });
});
