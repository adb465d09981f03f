import { expect, test } from 'vitest';
import { closeThread } from '#features/forum/server/close-thread.ts';
import { postReply } from '#features/forum/server/post-reply.ts';
import { readThread } from '#features/forum/server/read-thread.ts';
import { startThread } from '#features/forum/server/start-thread.ts';
import { guest } from '#features/people/people.ts';
import { startSignIn } from '#features/people/server/start-sign-in.ts';
import { newId } from '#lib/id.ts';
import { db } from '#lib/server/db.ts';
import { aReply, aThread } from '#tests/forum-world.ts';
import { linksIn, mailsTo } from '#tests/mailbox.ts';
import { aMember, joinSpace } from '#tests/world.ts';
import { appealAct } from './appeal-act.ts';
import { appealByLink, readByAppealLink } from './appeal-by-link.ts';
import { countActs } from './count-acts.ts';
import { decideAppeal } from './decide-appeal.ts';
import { liftSuspension } from './lift-suspension.ts';
import { listCases } from './list-cases.ts';
import { listSuspensions } from './list-suspensions.ts';
import { lockThread } from './lock-thread.ts';
import { readModerationAct } from './read-act-of-moderation.ts';
import { suspendPerson } from './suspend-person.ts';
import { appealLinks } from './tables.ts';

/** A thread with a moderator, and somebody who wrote in it. */
async function aCase() {
  const { thread } = await aThread();
  const author = await aMember({ name: 'Omar' });
  await postReply(author, aReply(thread.id, { body: 'Buy my **miracle** cure.' }));
  return { author };
}
const because = { category: 'advertising', reason: 'It sells something.' } as const;

test('who may not sign in is mailed why, appeals by the link once, and is mailed what was decided', async () => {
  const { author } = await aCase();
  const [admin, second] = [await aMember({ administrator: true }), await aMember({ administrator: true })];
  const { personId } = author;
  const address = `${personId}@test.palabre.example`;
  const { actId } = await suspendPerson(admin, { personId, spaceId: null, days: 2, ...because });
  expect(await listSuspensions(second)).toMatchObject(
    expect.arrayContaining([expect.objectContaining({ personId, actId, reason: because.reason })])
  );
  await expect(listSuspensions(author)).rejects.toMatchObject({ code: 'not-found' });
  const [mail] = await mailsTo(address);
  expect(mail).toContain(because.reason);
  const token = linksIn(mail)[0].split('/').pop()!;
  expect(JSON.stringify(await db.select().from(appealLinks))).not.toContain(token);
  expect(await readByAppealLink(token)).toMatchObject({
    id: actId,
    kind: 'suspended',
    category: 'advertising'
  });
  await expect(readByAppealLink(`${token}x`)).rejects.toMatchObject({ reason: 'link-ended' });
  const both = await Promise.allSettled([1, 2].map(() => appealByLink(token, { words: 'It was a joke.' })));
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  await expect(readByAppealLink(token)).rejects.toMatchObject({ reason: 'link-ended' });
  expect((await listCases(second, null)).appeals).toMatchObject(
    expect.arrayContaining([expect.objectContaining({ actId, words: 'It was a joke.' })])
  );
  await decideAppeal(second, { actId, outcome: 'overturned', answer: 'So it was.' });
  expect((await mailsTo(address)).at(-1)).toContain('So it was.');
  expect(await startSignIn(personId, null)).toBeTruthy();
});

test('a link to appeal ends with the suspension that it was mailed for', async () => {
  const { author } = await aCase();
  const admin = await aMember({ administrator: true });
  const { personId } = author;
  await suspendPerson(admin, { personId, spaceId: null, days: 2, ...because });
  const [mail] = await mailsTo(`${personId}@test.palabre.example`);
  await liftSuspension(admin, { personId, spaceId: null, reason: 'A mistake.' });
  await expect(appealByLink(linksIn(mail)[0].split('/').pop()!, { words: 'Please.' })).rejects.toMatchObject({
    reason: 'link-ended'
  });
});

test('closing another’s thread is an act with its reason, which who began it appeals against; one’s own is not', async () => {
  const { thread, space, moderator, author } = await aThread();
  await expect(closeThread(moderator, { threadId: thread.id, reason: null })).rejects.toMatchObject({
    code: 'not-allowed'
  });
  await expect(lockThread(author, { threadId: thread.id, reason: 'Mine' })).rejects.toMatchObject({
    code: 'not-allowed'
  });
  const { actId } = await lockThread(moderator, { threadId: thread.id, reason: 'It goes in circles.' });
  expect((await readThread(guest, thread.id)).closed).toMatchObject({ reason: 'It goes in circles.' });
  expect(await countActs(author, space.slug)).toMatchObject([{ kind: 'locked', acts: 1 }]);
  expect(await readModerationAct(author, actId)).toMatchObject({
    kind: 'locked',
    reason: 'It goes in circles.',
    may: { appeal: true }
  });
  await expect(readModerationAct(await aMember(), actId)).rejects.toMatchObject({ code: 'not-found' });
  await appealAct(author, { actId, words: 'We were nearly there.' });
  const second = await aMember();
  await joinSpace(second, space.id, 'moderator');
  await decideAppeal(second, { actId, outcome: 'overturned', answer: 'Go on.' });
  expect((await readThread(guest, thread.id)).closed).toBeNull();
  const own = await startThread(moderator, {
    spaceId: space.id,
    postId: newId(),
    title: 'Mine',
    body: 'To be closed',
    capacity: 'personal'
  });
  await expect(lockThread(moderator, { threadId: own.id, reason: 'x' })).rejects.toMatchObject({
    reason: 'own-case'
  });
  await closeThread(moderator, { threadId: own.id, reason: null });
});
