import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { listThreadEntries } from '#features/audit/server/list-entries.ts';
import { lockThread } from '#features/moderation/server/lock-thread.ts';
import { editPost } from '#features/forum/server/edit-post.ts';
import { postReply } from '#features/forum/server/post-reply.ts';
import { reopenThread } from '#features/forum/server/reopen-thread.ts';
import { withdrawPost } from '#features/forum/server/withdraw-post.ts';
import { guest, type Member } from '#features/people/people.ts';
import { persons } from '#features/people/server/tables.ts';
import { db } from '#lib/server/db.ts';
import { aReply, aThread } from '#tests/forum-world.ts';
import { aMember, anOrganisation } from '#tests/world.ts';
import type { CopyAnswer } from '../copies.ts';
import { answerCopy } from './answer-copy.ts';
import { publishCopy, redactCopy, restorePassage, withdrawCopy } from './change-copy.ts';
import { proposeCopy } from './propose-copy.ts';
import { listCopiesAskedOf, readCopy, readCopyNote, readCopyPreview } from './read-copy.ts';
import { listPublicCopies, readPublicCopy } from './read-public-copy.ts';
import { copyEditions } from './tables.ts';

/** A closed thread: Awa as herself (opening), a ministry, a nurse, and a sender of an imported mail. */
async function aClosedThread() {
  const organisation = await anOrganisation({ name: 'Ministry of Health, Senegal' });
  const { thread, author, moderator, space } = await aThread();
  const ministry = await aMember({ name: 'Fatou Official', organisation });
  const nurse = await aMember({ name: 'Rosa Nurse', country: 'MW' });
  const imported = await aMember({ name: 'Imported Sender' });
  await postReply(ministry, aReply(thread.id, { body: 'We paid 40 per cent', capacity: organisation }));
  const post = await postReply(nurse, aReply(thread.id, { body: 'My phone is 555-0199. We stayed.' }));
  await postReply(imported, aReply(thread.id, { body: 'By mail, years ago' }));
  await db.update(persons).set({ email: null }).where(eq(persons.id, imported.personId));
  await lockThread(moderator, { threadId: thread.id, reason: 'Enough.' });
  return { threadId: thread.id, thread, author, moderator, space, ministry, nurse, post, organisation };
}

async function answer(actor: Member, threadId: string, given: CopyAnswer) {
  const { requests } = await readCopy(actor, threadId);
  for (const { id, mine } of requests) if (mine) await answerCopy(actor, { requestId: id, answer: given });
}

test('a copy holds what its authors consented to, as each of them wished, and nothing else', async () => {
  const { threadId, author, moderator, ministry, nurse } = await aClosedThread();
  const { id } = await proposeCopy(moderator, { threadId });
  const desk = await readCopy(moderator, threadId);
  expect(desk.requests.map(({ party, posts }) => [party, posts])).toEqual([
    ['person', [1]],
    ['organisation', [2]],
    ['person', [3]]
  ]);
  expect(desk.unasked).toBe(1);
  await expect(publishCopy(moderator, threadId)).rejects.toMatchObject({ reason: 'copy-nobody-consented' });
  await answer(ministry, threadId, 'unnamed');
  await answer(nurse, threadId, 'unnamed');
  await answer(author, threadId, 'declined');
  await expect(readPublicCopy(id)).rejects.toMatchObject({ code: 'not-found' });
  await publishCopy(moderator, threadId);

  const copy = await readPublicCopy(id);
  const html = copy.gone ? '' : copy.html;
  expect(html).toContain('Ministry of Health, Senegal');
  expect(html).toContain('We paid 40 per cent');
  expect(html).toContain('A participant');
  expect(html).toContain('Malawi');
  expect(html).not.toMatch(/Fatou|Rosa|Awa|Which measures held|By mail|Imported|<script/);
  expect(html.match(/A contribution is not part of this copy/g)).toHaveLength(2);
  expect(await readCopyPreview(moderator, threadId)).toBe(html);
  expect((await listPublicCopies()).find((one) => one.id === id)).toMatchObject({ posts: 2, edition: 1 });
});

test('consent that is taken back is gone from the page at once: another edition, another hash, no former bytes', async () => {
  const { threadId, moderator, ministry, nurse } = await aClosedThread();
  const { id } = await proposeCopy(moderator, { threadId });
  await answer(ministry, threadId, 'named');
  await answer(nurse, threadId, 'named');
  await publishCopy(moderator, threadId);
  const first = await readPublicCopy(id);
  expect(first).toMatchObject({ edition: 1, html: expect.stringContaining('Fatou Official') });
  await answer(nurse, threadId, 'declined');
  const second = await readPublicCopy(id);
  expect(second).toMatchObject({ edition: 2, html: expect.not.stringContaining('We stayed') });
  const editions = await db.select().from(copyEditions).where(eq(copyEditions.copyId, id));
  expect(editions.filter(({ html }) => html !== null).map(({ edition }) => edition)).toEqual([2]);
  expect(new Set(editions.map(({ hash }) => hash)).size).toBe(2);
  // The last one too: a copy without a word is none.
  await answer(ministry, threadId, 'declined');
  expect(await readPublicCopy(id)).toEqual({ gone: true, lang: 'en' });
  const actions = (await listThreadEntries(threadId, 0, 100)).map(({ action }) => action);
  expect(actions.filter((action) => action.startsWith('copy.'))).toEqual([
    'copy.proposed',
    'copy.answered',
    'copy.answered',
    'copy.published',
    'copy.renewed',
    'copy.answered',
    'copy.withdrawn',
    'copy.answered'
  ]);
  // It can be asked again.
  await proposeCopy(moderator, { threadId });
});

test('a post withdrawn from the thread is gone from the copy when it is next read', async () => {
  const { threadId, moderator, ministry, nurse, post } = await aClosedThread();
  const { id } = await proposeCopy(moderator, { threadId });
  await answer(ministry, threadId, 'named');
  await answer(nurse, threadId, 'named');
  await publishCopy(moderator, threadId);
  await withdrawPost(nurse, { id: post.id, threadId, reason: null });
  const copy = await readPublicCopy(id);
  expect(copy).toMatchObject({ edition: 2, html: expect.not.stringContaining('We stayed') });
  expect(await readPublicCopy(id)).toEqual(copy);
});

test('the words in a copy are those that were asked about, whatever is edited later', async () => {
  const { threadId, moderator, nurse, ministry, post } = await aClosedThread();
  const { id } = await proposeCopy(moderator, { threadId });
  await answer(nurse, threadId, 'named');
  await publishCopy(moderator, threadId);
  await reopenThread(moderator, { threadId });
  await editPost(nurse, { id: post.id, threadId, body: 'Something else altogether', revision: 0 });
  await answer(ministry, threadId, 'named');
  const copy = await readPublicCopy(id);
  expect(copy).toMatchObject({ edition: 2, html: expect.stringContaining('We stayed') });
  expect(copy).toMatchObject({ html: expect.not.stringContaining('altogether') });
});

test('a moderator takes a passage out before publishing, and in a public copy too', async () => {
  const { threadId, moderator, nurse, post } = await aClosedThread();
  const { id } = await proposeCopy(moderator, { threadId });
  await answer(nurse, threadId, 'named');
  await expect(
    redactCopy(moderator, threadId, { postId: post.id, passage: 'not there' })
  ).rejects.toMatchObject({
    reason: 'passage-unknown'
  });
  await redactCopy(moderator, threadId, { postId: post.id, passage: '555-0199' });
  await redactCopy(moderator, threadId, { postId: post.id, passage: 'My phone' });
  const { redactions } = await readCopy(moderator, threadId);
  await restorePassage(moderator, threadId, {
    redactionId: redactions.find(({ passage }) => passage === 'My phone')!.id
  });
  await publishCopy(moderator, threadId);
  expect(await readPublicCopy(id)).toMatchObject({
    html: expect.stringContaining('My phone is ▇▇▇. We stayed.')
  });
  await redactCopy(moderator, threadId, { postId: post.id, passage: 'We stayed' });
  expect(await readPublicCopy(id)).toMatchObject({ edition: 2, html: expect.not.stringContaining('stayed') });
  await expect(restorePassage(moderator, threadId, { redactionId: redactions[0].id })).rejects.toMatchObject({
    reason: 'copy-published'
  });
});

test('nobody answers for another, sees the desk of another, or opens what is not public', async () => {
  const { threadId, author, moderator, ministry, nurse, post } = await aClosedThread();
  const stranger = await aMember();
  await expect(proposeCopy(author, { threadId })).rejects.toMatchObject({ code: 'not-allowed' });
  await expect(proposeCopy(guest, { threadId })).rejects.toMatchObject({ code: 'not-signed-in' });
  const { id } = await proposeCopy(moderator, { threadId });
  await expect(proposeCopy(moderator, { threadId })).rejects.toMatchObject({ reason: 'copy-exists' });
  const { requests } = await readCopy(moderator, threadId);
  const ofMinistry = requests.find(({ party }) => party === 'organisation')!.id;
  for (const actor of [stranger, nurse, moderator])
    await expect(answerCopy(actor, { requestId: ofMinistry, answer: 'named' })).rejects.toMatchObject({
      code: 'not-found'
    });
  await expect(readCopy(stranger, threadId)).rejects.toMatchObject({ code: 'not-found' });
  const own = await readCopy(nurse, threadId);
  expect(own.requests.map(({ personName }) => personName)).toEqual(['Rosa Nurse']);
  expect(own.texts.map(({ postId }) => postId)).toEqual([post.id]);
  for (const actor of [nurse, stranger, guest]) {
    await expect(publishCopy(actor, threadId)).rejects.toMatchObject({ name: 'Refusal' });
    await expect(redactCopy(actor, threadId, { postId: post.id, passage: 'We' })).rejects.toMatchObject({
      name: 'Refusal'
    });
    await expect(withdrawCopy(actor, threadId, { reason: '' })).rejects.toMatchObject({ name: 'Refusal' });
    await expect(readCopyPreview(actor, threadId)).rejects.toMatchObject({ code: 'not-found' });
  }
  await expect(readPublicCopy(id)).rejects.toMatchObject({ code: 'not-found' });
  expect(await listCopiesAskedOf(ministry)).toMatchObject([{ threadId, answered: false }]);
  expect(await readCopyNote(nurse, threadId)).toEqual({ publicId: null, asked: true, there: true });
  expect(await readCopyNote(guest, threadId)).toEqual({ publicId: null, asked: false, there: true });
});

test('a copy that a moderator withdraws is gone for everyone, and its thread can be asked about again', async () => {
  const { threadId, moderator, nurse } = await aClosedThread();
  const { id } = await proposeCopy(moderator, { threadId });
  await answer(nurse, threadId, 'named');
  await publishCopy(moderator, threadId);
  await withdrawCopy(moderator, threadId, { reason: 'A mistake.' });
  expect(await readPublicCopy(id)).toMatchObject({ gone: true });
  expect((await listPublicCopies()).some((one) => one.id === id)).toBe(false);
  expect((await proposeCopy(moderator, { threadId })).id).not.toBe(id);
});

test('an open thread has no copy', async () => {
  const { thread, moderator } = await aThread();
  await expect(proposeCopy(moderator, { threadId: thread.id })).rejects.toMatchObject({
    reason: 'thread-open'
  });
});
