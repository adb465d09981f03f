import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { auditEntries } from '#features/audit/server/tables.ts';
import type { Actor, Member } from '#features/people/people.ts';
import { newId } from '#lib/id.ts';
import { db } from '#lib/server/db.ts';
import { listen, type Announcement } from '#lib/server/announce.ts';
import { aReply, aThread } from '#tests/forum-world.ts';
import { aMember, anOrganisation, aSpace, joinSpace } from '#tests/world.ts';
import type { NewPurpose } from '../inputs.ts';
import { acceptAnswer } from './accept-answer.ts';
import { changeExperience } from './change-experience.ts';
import { closeThread } from './close-thread.ts';
import { lockThread } from '#features/moderation/server/lock-thread.ts';
import { editPost } from './edit-post.ts';
import { postReply } from './post-reply.ts';
import { experienceRevisions } from './purpose-tables.ts';
import { readThread } from './read-thread.ts';
import { reopenThread } from './reopen-thread.ts';
import { threadRoom } from './room.ts';
import { setTags } from './set-tags.ts';
import { shareExperience } from './share-experience.ts';
import { startThread } from './start-thread.ts';
import { unacceptAnswer } from './unaccept-answer.ts';
import { withdrawPost } from './withdraw-post.ts';

const begin = (actor: Actor, spaceId: string, of: NewPurpose & { capacity?: string } = {}) =>
  startThread(actor, {
    spaceId,
    postId: newId(),
    title: 'What brought nurses back?',
    body: 'Which measures held?',
    capacity: 'personal',
    ...of
  });

const anExperience = (threadId: string, of: Partial<Parameters<typeof shareExperience>[1]> = {}) => ({
  id: newId(),
  threadId,
  capacity: 'personal',
  country: 'SN',
  measure: 'Paired first posts',
  year: 2022,
  outcome: 'worked' as const,
  account: 'Two nurses a post, for a year.',
  evidence: 'Vacancies from 31 % to 12 %',
  contact: 'rh@sante.example',
  ...of
});

async function aQuestion() {
  const space = await aSpace();
  const [asker, other, moderator] = await Promise.all([aMember(), aMember(), aMember()]);
  await joinSpace(moderator, space.id, 'moderator');
  const { id } = await begin(asker, space.id, { purpose: 'question' });
  return { space, asker, other, moderator, id };
}

test('who asked accepts a reply, and everybody reads at the top which one answers', async () => {
  const { asker, other, id } = await aQuestion();
  const reply = await postReply(other, aReply(id));
  await expect(acceptAnswer(other, { threadId: id, postId: reply.id })).rejects.toMatchObject({
    code: 'not-allowed'
  });
  await acceptAnswer(asker, { threadId: id, postId: reply.id });
  const { answer } = await readThread({ kind: 'guest' }, id);
  expect(answer).toMatchObject({ number: 2, postId: reply.id, act: { personId: asker.personId } });
  const [entry] = await db.select().from(auditEntries).where(eq(auditEntries.action, 'answer.accepted'));
  expect(entry).toMatchObject({ objectKind: 'post' });
});

test('an organisation that asked accepts through whoever speaks for it now, in its name', async () => {
  const ministry = await anOrganisation();
  const [first, second, other] = [
    await aMember({ organisation: ministry }),
    await aMember({ organisation: ministry }),
    await aMember()
  ];
  const space = await aSpace();
  const { id } = await begin(first, space.id, { purpose: 'question', capacity: ministry });
  const reply = await postReply(other, aReply(id));
  await acceptAnswer(second, { threadId: id, postId: reply.id });
  const { answer } = await readThread(other, id);
  expect(answer?.act).toMatchObject({ organisationId: ministry, personId: second.personId });
});

test('another answer takes the place of the first, and taking it back opens the question again', async () => {
  const { asker, other, moderator, id } = await aQuestion();
  const [one, two] = [await postReply(other, aReply(id)), await postReply(other, aReply(id))];
  await acceptAnswer(asker, { threadId: id, postId: one.id });
  await acceptAnswer(moderator, { threadId: id, postId: two.id });
  expect((await readThread(asker, id)).answer?.number).toBe(3);
  await unacceptAnswer(asker, { threadId: id });
  expect((await readThread(asker, id)).answer).toBeNull();
});

test('an answer that its author withdraws answers no longer, and windows that are open hear both in order', async () => {
  const { asker, other, id } = await aQuestion();
  const reply = await postReply(other, aReply(id));
  await acceptAnswer(asker, { threadId: id, postId: reply.id });
  const before = await readThread(asker, id);
  const heard: number[] = [];
  listen('purposes-test', ({ payload }: Announcement) => {
    const { threadId, seq } = payload as { threadId?: string; seq?: number };
    if (threadId === id && seq) heard.push(seq);
  });
  await withdrawPost(other, { threadId: id, id: reply.id, reason: null });
  expect((await readThread(asker, id)).answer).toBeNull();
  expect(heard).toEqual([before.seq + 1, before.seq + 2]);
});

test('the opening post is no answer, and a discussion has none', async () => {
  const { thread, author } = await aThread();
  const { posts } = await readThread(author, thread.id);
  await expect(acceptAnswer(author, { threadId: thread.id, postId: posts[0].id })).rejects.toMatchObject({
    reason: 'not-a-question'
  });
});

test('only who leads a forum announces in it, nobody replies, and it says until when it is pinned', async () => {
  const space = await aSpace();
  const [member, moderator] = [await aMember(), await aMember()];
  await joinSpace(moderator, space.id, 'moderator');
  await expect(begin(member, space.id, { purpose: 'announcement' })).rejects.toMatchObject({
    reason: 'not-leading'
  });
  const pinnedUntil = new Date(Date.now() + 86_400_000);
  const { id } = await begin(moderator, space.id, { purpose: 'announcement', pinnedUntil });
  await expect(postReply(member, aReply(id))).rejects.toMatchObject({ reason: 'replies-off' });
  expect(await readThread(member, id)).toMatchObject({
    repliesOff: true,
    pinnedUntil: pinnedUntil.toISOString()
  });
  const { id: open } = await begin(moderator, space.id, { purpose: 'announcement', repliesAllowed: true });
  await postReply(member, aReply(open));
  await expect(
    begin(moderator, space.id, { purpose: 'announcement', pinnedUntil: new Date(Date.now() - 1000) })
  ).rejects.toMatchObject({ reason: 'pinned-until' });
});

async function aCall(): Promise<{ id: string; caller: Member; teller: Member }> {
  const space = await aSpace();
  const [caller, teller] = [await aMember(), await aMember()];
  return { id: (await begin(caller, space.id, { purpose: 'call' })).id, caller, teller };
}

test('an experience is a post with a number and a text that reads alone, and its record beside it', async () => {
  const { id, teller } = await aCall();
  const post = await shareExperience(teller, anExperience(id, { contactKept: true }));
  expect(post.number).toBe(2);
  expect(post.html).toContain('<strong>Paired first posts</strong>');
  expect(post.experience).toMatchObject({ country: 'SN', outcome: 'worked', contact: '', contactKept: true });
  const { events } = await threadRoom.since({ kind: 'guest' }, id, 0);
  expect(JSON.stringify(events)).not.toContain('rh@sante.example');
});

test('who sends the same experience twice has told it once', async () => {
  const { id, teller } = await aCall();
  const told = anExperience(id);
  const [one, two] = [await shareExperience(teller, told), await shareExperience(teller, told)];
  expect(two).toEqual(one);
});

test('a country that is none, a year to come and a thread that is no call are refused', async () => {
  const { id, teller } = await aCall();
  await expect(async () =>
    shareExperience(teller, anExperience(id, { country: 'ZZ' }))
  ).rejects.toMatchObject({
    field: 'country'
  });
  await expect(shareExperience(teller, anExperience(id, { year: 2099 }))).rejects.toMatchObject({
    field: 'year'
  });
  const { thread } = await aThread();
  await expect(shareExperience(teller, anExperience(thread.id))).rejects.toMatchObject({
    reason: 'not-a-call'
  });
});

test('an experience is changed in its form, text and fields at once, and what it said is kept', async () => {
  const { id, teller, caller } = await aCall();
  const told = anExperience(id);
  const post = await shareExperience(teller, told);
  await expect(
    editPost(teller, { id: post.id, threadId: id, revision: 0, body: 'Something else' })
  ).rejects.toMatchObject({ reason: 'experience-form' });
  const { capacity: _, ...fields } = told;
  const edit = { ...fields, revision: 0, outcome: 'did_not_work' as const };
  await expect(changeExperience(caller, edit)).rejects.toMatchObject({ code: 'not-allowed' });
  const changed = await changeExperience(teller, edit);
  expect(changed).toMatchObject({ revision: 1, experience: { outcome: 'did_not_work' } });
  await expect(changeExperience(teller, edit)).rejects.toMatchObject({ reason: 'post-changed' });
  const kept = await db.select().from(experienceRevisions).where(eq(experienceRevisions.postId, post.id));
  expect(kept).toMatchObject([{ revision: 0, fields: { outcome: 'worked' } }]);
  await withdrawPost(teller, { id: post.id, threadId: id, reason: null });
  expect((await readThread(teller, id)).posts[1].experience).toBeNull();
});

test('who called closes the call and opens it again, but not what a moderator closed', async () => {
  const space = await aSpace();
  const [caller, moderator, other] = [await aMember(), await aMember(), await aMember()];
  await joinSpace(moderator, space.id, 'moderator');
  const { id } = await begin(caller, space.id, { purpose: 'call' });
  await expect(closeThread(other, { threadId: id, reason: null })).rejects.toMatchObject({
    code: 'not-allowed'
  });
  await closeThread(caller, { threadId: id, reason: null });
  await expect(shareExperience(other, anExperience(id))).rejects.toMatchObject({ reason: 'thread-closed' });
  await reopenThread(caller, { threadId: id });
  await lockThread(moderator, { threadId: id, reason: 'Enough.' });
  await expect(reopenThread(caller, { threadId: id })).rejects.toMatchObject({ code: 'not-allowed' });
});

test('tags have one form, are at most eight, and are changed by who began or who moderates', async () => {
  const { thread, author, moderator } = await aThread();
  const stranger = await aMember();
  const tags = ['block:health_workforce', 'block:none-such', 'sdg:3'];
  await setTags(author, {
    threadId: thread.id,
    tags,
    freeTags: [' Night  Shifts', '#night-shifts', 'نوبة ليلية']
  });
  expect((await readThread(stranger, thread.id)).tags).toEqual([
    'block:health_workforce',
    'sdg:3',
    'night-shifts',
    'نوبة-ليلية'
  ]);
  await setTags(moderator, { threadId: thread.id, tags: ['sdg:8'] });
  expect((await readThread(stranger, thread.id)).tags).toEqual(['sdg:8']);
  await expect(setTags(stranger, { threadId: thread.id })).rejects.toMatchObject({ code: 'not-allowed' });
  const many = Array.from({ length: 9 }, (_, at) => `t${at}`);
  await expect(setTags(author, { threadId: thread.id, freeTags: many })).rejects.toMatchObject({
    reason: 'too-many-tags'
  });
});
