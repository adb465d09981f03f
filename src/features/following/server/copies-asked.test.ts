import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { answerCopy } from '#features/archive/server/answer-copy.ts';
import { proposeCopy } from '#features/archive/server/propose-copy.ts';
import { copyRequests } from '#features/archive/server/tables.ts';
import { holdRule } from '#features/forum/server/attribution/hold-rule.ts';
import { postReply } from '#features/forum/server/post-reply.ts';
import { lockThread } from '#features/moderation/server/lock-thread.ts';
import type { Member } from '#features/people/people.ts';
import { newId } from '#lib/id.ts';
import { db } from '#lib/server/db.ts';
import { aReply, aThread } from '#tests/forum-world.ts';
import { takeAll } from '#tests/post-office.ts';
import { aMember, anOrganisation, joinSpace } from '#tests/world.ts';
import { listNotifications } from './list-notifications.ts';
import { notifications } from './tables.ts';

beforeEach(takeAll);
const copiesTold = async (actor: Member) => {
  await takeAll();
  return (await listNotifications(actor, { unreadOnly: true })).groups
    .flatMap(({ lines }) => lines)
    .filter(({ kind }) => kind === 'copy')
    .map(({ href }) => href);
};

test('whose consent to a public copy is asked is told: the author, and who speaks for the organisation', async () => {
  const { thread, author, moderator } = await aThread();
  const organisation = await anOrganisation();
  const official = await aMember({ organisation });
  const colleague = await aMember({ organisation });
  await postReply(official, aReply(thread.id, { capacity: organisation }));
  await lockThread(moderator, { threadId: thread.id, reason: 'Said.' });
  await proposeCopy(moderator, { threadId: thread.id });
  for (const asked of [author, official, colleague]) expect(await copiesTold(asked)).toEqual(['/copies']);
  expect(await copiesTold(await aMember())).toEqual([]);
});

test('who spoke under the Chatham House Rule is neither asked nor told, and an answer tells of nobody', async () => {
  const { thread, author, moderator, space } = await aThread();
  const email = `${newId()}@keeper.example`;
  await joinSpace(await aMember({ email }), space.id);
  await holdRule(moderator, { threadId: thread.id, keeper: email });
  const delegate = await aMember({ name: 'Unspoken Delegate' });
  await postReply(delegate, aReply(thread.id, { body: 'Frankly' }));
  await lockThread(moderator, { threadId: thread.id, reason: 'Said.' });
  const { id } = await proposeCopy(moderator, { threadId: thread.id });
  expect(await copiesTold(delegate)).toEqual([]);
  const requests = await db.select().from(copyRequests).where(eq(copyRequests.copyId, id));
  // Awa opened the thread before the Rule held: she alone is asked.
  expect(requests).toMatchObject([{ personId: author.personId }]);
  await answerCopy(author, { requestId: requests[0].id, answer: 'named' });
  await takeAll();
  const told = await db.select().from(notifications).where(eq(notifications.personId, delegate.personId));
  expect(JSON.stringify([requests, told])).not.toMatch(/Unspoken/);
  expect(told).toEqual([]);
});
