import { afterEach, expect, test, vi } from 'vitest';
import { editPost } from '#features/forum/server/edit-post.ts';
import { listOwnPending } from '#features/forum/server/list-pending.ts';
import { startThread } from '#features/forum/server/start-thread.ts';
import { postReply } from '#features/forum/server/post-reply.ts';
import { readPost, readPostHistory } from '#features/forum/server/read-post.ts';
import { readThread } from '#features/forum/server/read-thread.ts';
import { threadRoom } from '#features/forum/server/room.ts';
import { withdrawPost } from '#features/forum/server/withdraw-post.ts';
import { guest, type Member } from '#features/people/people.ts';
import { readActor } from '#features/people/server/read-actor.ts';
import { startSignIn } from '#features/people/server/start-sign-in.ts';
import { newId } from '#lib/id.ts';
import { aMember, joinSpace } from '#tests/world.ts';
import { aReply, aThread } from '#tests/forum-world.ts';
import { appealAct } from './appeal-act.ts';
import { approvePost, declinePost } from './approve-post.ts';
import { countActs } from './count-acts.ts';
import { decideAppeal } from './decide-appeal.ts';
import { dismissFlags } from './dismiss-flags.ts';
import { flagPost } from './flag-post.ts';
import { hidePost } from './hide-post.ts';
import { liftSuspension } from './lift-suspension.ts';
import { listCases } from './list-cases.ts';
import { readModerationAct } from './read-act-of-moderation.ts';
import { restorePost } from './restore-post.ts';
import { setSpaceRules, slowThread } from './set-pace.ts';
import { suspendPerson } from './suspend-person.ts';

afterEach(() => vi.restoreAllMocks());

/** A thread with a moderator, its author, and a reply of somebody else. */
async function aCase() {
  const { thread, space, moderator } = await aThread();
  const author = await aMember({ name: 'Omar' });
  const post = await postReply(author, aReply(thread.id, { body: 'Buy my **miracle** cure.' }));
  const by = { threadId: thread.id, id: post.id };
  return { thread, space, moderator, author, post, by };
}
const because = { category: 'advertising', reason: 'It sells something.' } as const;

test('flags are one a person and post, and stand in the queue with the post, once', async () => {
  const { space, moderator, author, by } = await aCase();
  const readers = [await aMember(), await aMember()];
  for (const reader of [...readers, readers[0]])
    await flagPost(reader, { ...by, category: 'advertising', words: 'A cure?' });
  const { flagged } = await listCases(moderator, space.slug);
  expect(flagged).toMatchObject([{ postId: by.id, own: false, flags: [{ words: 'A cure?' }, {}] }]);
  expect(flagged[0].html).toContain('miracle');
  await expect(flagPost(author, { ...by, category: 'other', words: null })).rejects.toMatchObject({
    reason: 'own-case'
  });
  await expect(flagPost(guest, { ...by, category: 'other', words: null })).rejects.toMatchObject({
    code: 'not-signed-in'
  });
  for (const stranger of [author, readers[0], await aMember()])
    await expect(listCases(stranger, null)).rejects.toMatchObject({ code: 'not-found' });
  await dismissFlags(moderator, { ...by, reason: 'It is allowed here.' });
  await flagPost(readers[0], { ...by, category: 'other', words: 'Again' });
  expect((await listCases(moderator, space.slug)).flagged).toEqual([]);
  await expect(dismissFlags(moderator, { ...by, reason: 'Twice' })).rejects.toMatchObject({
    reason: 'already-decided'
  });
});

test('nobody floods the moderators with flags', async () => {
  const { thread, author } = await aCase();
  const flagger = await aMember();
  const flag = (id: string) => flagPost(flagger, { threadId: thread.id, id, category: 'other', words: null });
  const ids: string[] = [];
  for (let n = 0; n < 21; n += 1) {
    const at = new Date(Date.now() - 1000 + n);
    ids.push((await postReply(author, aReply(thread.id), { at })).id);
  }
  for (const id of ids.slice(0, 20)) await flag(id);
  await expect(flag(ids[20])).rejects.toMatchObject({ code: 'too-many' });
});

test('a hidden post leaves a trace with the reason, its text is in no view; restored it is there as before', async () => {
  const { thread, moderator, author, by, space } = await aCase();
  const before = await readThread(guest, thread.id);
  const { actId } = await hidePost(moderator, { ...by, ...because });
  const hidden = await readThread(guest, thread.id);
  expect(hidden.posts[1]).toMatchObject({
    html: '',
    withdrawn: { category: 'advertising', by: '', reason: null }
  });
  const shown = JSON.stringify([hidden, await threadRoom.since(guest, thread.id, null)]);
  expect(shown).not.toContain('miracle');
  expect(shown).not.toContain('It sells something');
  for (const reader of [guest, await aMember(), author])
    for (const look of [readPost, readPostHistory])
      await expect(look(reader, by)).rejects.toMatchObject({ code: 'not-found' });
  await expect(editPost(author, { ...by, body: 'x', revision: 0 })).rejects.toMatchObject({
    reason: 'post-withdrawn'
  });
  for (const concerned of [author, moderator]) {
    const act = await readModerationAct(concerned, actId);
    expect(act).toMatchObject({ kind: 'hidden', role: 'moderator', reason: 'It sells something.' });
    expect(act.post?.html).toContain('miracle');
    expect(JSON.stringify(act)).not.toContain(moderator.name);
  }
  for (const other of [guest, await aMember()])
    await expect(readModerationAct(other, actId)).rejects.toMatchObject({ code: 'not-found' });
  await expect(hidePost(moderator, { ...by, ...because })).rejects.toMatchObject({ reason: 'post-hidden' });
  await restorePost(moderator, { ...by, reason: 'A mistake.' });
  const after = await readThread(guest, thread.id);
  expect(after.posts[1]).toEqual({ ...before.posts[1], seq: after.posts[1].seq });
  expect(await countActs(await aMember(), space.slug)).toMatchObject([
    { kind: 'hidden', category: 'advertising', acts: 1 },
    { kind: 'restored', acts: 1 }
  ]);
  await expect(restorePost(moderator, { ...by, reason: 'Twice' })).rejects.toMatchObject({
    reason: 'post-not-hidden'
  });
});

test('what its author withdraws after it was hidden does not come back', async () => {
  const { moderator, author, by } = await aCase();
  await hidePost(moderator, { ...by, ...because });
  await withdrawPost(author, { ...by, reason: null });
  await expect(restorePost(moderator, { ...by, reason: 'x' })).rejects.toMatchObject({
    reason: 'post-not-hidden'
  });
  await expect(hidePost(moderator, { ...by, ...because })).rejects.toMatchObject({
    reason: 'post-withdrawn'
  });
});

test('only who moderates this very space decides, and never about their own post', async () => {
  const { thread, moderator, by } = await aCase();
  const elsewhere = (await aThread()).moderator;
  const observer = await aMember();
  for (const stranger of [elsewhere, observer, await aMember()])
    await expect(hidePost(stranger, { ...by, ...because })).rejects.toMatchObject({ code: 'not-allowed' });
  const own = await postReply(moderator, aReply(thread.id));
  await expect(hidePost(moderator, { threadId: thread.id, id: own.id, ...because })).rejects.toMatchObject({
    reason: 'own-case'
  });
});

test('an author appeals once, someone else than who decided first decides, and the outcome is seen', async () => {
  const { thread, space, moderator, author, by } = await aCase();
  const { actId } = await hidePost(moderator, { ...by, ...because });
  await expect(appealAct(await aMember(), { actId, words: 'No' })).rejects.toMatchObject({
    code: 'not-found'
  });
  await appealAct(author, { actId, words: 'I sell nothing.' });
  await expect(appealAct(author, { actId, words: 'Again' })).rejects.toMatchObject({
    reason: 'appealed-before'
  });
  const second = await aMember();
  await joinSpace(second, space.id, 'moderator');
  const decision = { actId, outcome: 'overturned', answer: 'Right.' } as const;
  await expect(decideAppeal(moderator, decision)).rejects.toMatchObject({ reason: 'other-eyes' });
  await expect(decideAppeal(author, decision)).rejects.toMatchObject({ reason: 'own-case' });
  expect((await listCases(second, space.slug)).appeals).toMatchObject([{ actId }]);
  const both = await Promise.allSettled([
    decideAppeal(second, decision),
    decideAppeal(await aMember({ administrator: true }), { ...decision, outcome: 'upheld' })
  ]);
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const { appeal } = await readModerationAct(author, actId);
  const shown = (await readThread(guest, thread.id)).posts[1];
  expect(shown.withdrawn === null).toBe(appeal?.decided?.outcome === 'overturned');
});

test('who is suspended from a space reads on, writes nothing, moderates nothing, and is told until when', async () => {
  const { thread, space, moderator, author, by } = await aCase();
  const suspension = { personId: author.personId, spaceId: space.id, days: 3, ...because };
  const { actId } = await suspendPerson(moderator, suspension);
  await expect(postReply(author, aReply(thread.id))).rejects.toMatchObject({
    reason: 'suspended-here',
    details: { until: expect.any(Date) }
  });
  expect((await readThread(author, thread.id)).may.reply).toBe(false);
  await expect(
    suspendPerson(moderator, { ...suspension, personId: moderator.personId })
  ).rejects.toMatchObject({
    reason: 'own-case'
  });
  const second = await aMember();
  await joinSpace(second, space.id, 'moderator');
  await expect(suspendPerson(second, { ...suspension, personId: moderator.personId })).rejects.toMatchObject({
    reason: 'moderator-suspension'
  });
  const admin = await aMember({ administrator: true });
  await suspendPerson(admin, { ...suspension, personId: moderator.personId });
  await expect(hidePost(moderator, { ...by, ...because })).rejects.toMatchObject({ code: 'not-allowed' });
  await appealAct(author, { actId, words: 'Please.' });
  await decideAppeal(second, { actId, outcome: 'overturned', answer: 'Enough.' });
  expect(await postReply(author, aReply(thread.id))).toMatchObject({ number: 3 });
});

test('an administrator suspends from the house: every sign-in ends, and none begins until it is lifted', async () => {
  const { author, moderator } = await aCase();
  const admin = await aMember({ administrator: true });
  const suspension = { personId: author.personId, spaceId: null, days: 2, ...because };
  await expect(suspendPerson(moderator, suspension)).rejects.toMatchObject({ code: 'not-allowed' });
  await suspendPerson(admin, suspension);
  expect(await readActor((author as Member & { token: string }).token)).toEqual(guest);
  await expect(startSignIn(author.personId, null)).rejects.toMatchObject({ reason: 'suspended' });
  expect(await startSignIn(author.personId, null, new Date(Date.now() + 3 * 86_400_000))).toBeTruthy();
  await liftSuspension(admin, { personId: author.personId, spaceId: null, reason: 'A mistake.' });
  expect(await startSignIn(author.personId, null)).toBeTruthy();
  await expect(
    suspendPerson(admin, { ...suspension, personId: (await aMember({ administrator: true })).personId })
  ).rejects.toMatchObject({ reason: 'moderator-suspension' });
});

test('slow mode says how long is left, for everyone but who moderates', async () => {
  const { thread, moderator, author } = await aCase();
  await slowThread(moderator, { threadId: thread.id, seconds: 300, reason: 'Calm.' });
  await expect(postReply(author, aReply(thread.id))).rejects.toMatchObject({
    reason: 'slow-mode',
    details: { every: 300, left: expect.any(Number) }
  });
  await postReply(moderator, aReply(thread.id));
  await postReply(moderator, aReply(thread.id));
  const fresh = await aMember();
  const both = await Promise.allSettled([
    postReply(fresh, aReply(thread.id)),
    postReply(fresh, aReply(thread.id))
  ]);
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('slow mode holds for threads that wait for approval as for those that are posted', async () => {
  const { space, moderator } = await aCase();
  await setSpaceRules(moderator, { spaceId: space.id, firstPosts: 3, paceSeconds: 300 });
  const newcomer = await aMember();
  const start = () =>
    startThread(newcomer, {
      spaceId: space.id,
      postId: newId(),
      title: 'A first thread',
      body: 'Hello.',
      capacity: 'personal'
    });
  expect((await start()).waits).toBe('approval');
  await expect(start()).rejects.toMatchObject({ reason: 'slow-mode' });
});

test('first posts wait for a moderator of the space; approved ones are posted, others go back with a reason', async () => {
  const { thread, space, moderator } = await aCase();
  await setSpaceRules(moderator, { spaceId: space.id, firstPosts: 2, paceSeconds: 0 });
  const newcomer = await aMember();
  const [first, second] = [
    await postReply(newcomer, aReply(thread.id, { body: 'Hello' })),
    await postReply(newcomer, aReply(thread.id, { body: 'Once more' }))
  ];
  expect(first.waits).toBe('approval');
  expect((await readThread(guest, thread.id)).postsCount).toBe(2);
  const { toApprove } = await listCases(moderator, space.slug);
  expect(toApprove.map(({ id }) => id)).toEqual([first.id, second.id]);
  await expect(approvePost(newcomer, { id: first.id, revision: 0 })).rejects.toMatchObject({
    code: 'not-allowed'
  });
  const both = await Promise.allSettled([
    approvePost(moderator, { id: first.id, revision: 0 }),
    declinePost(await aMember({ administrator: true }), { id: first.id, revision: 0, reason: 'No' })
  ]);
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  await declinePost(moderator, { id: second.id, revision: 0, reason: 'Say who you are.' });
  const own = await listOwnPending(newcomer, thread.id);
  expect(own.find(({ id }) => id === second.id)).toMatchObject({ returned: { note: 'Say who you are.' } });
  expect(await postReply(moderator, aReply(thread.id, { id: newId() }))).toMatchObject({
    number: expect.any(Number)
  });
});
