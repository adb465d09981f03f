import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Actor, Member } from '#features/people/people.ts';
import { guest } from '#features/people/people.ts';
import { closeSession } from '#features/records/server/close-session.ts';
import { readRecord } from '#features/records/server/read-record.ts';
import { rebuildRecord } from '#features/records/server/rebuild-record.ts';
import { readParts, readRoom, readRow } from '#features/sessions/server/read-room.ts';
import { aDelegate, aSession } from '#features/sessions/server/test-world.ts';
import { answerQuestion } from '#features/statements/server/answer-question.ts';
import { newId } from '#lib/id.ts';
import { db } from '#lib/server/db.ts';
import { joinSpace } from '#tests/world.ts';
import { questionsKey, type OwnQuestions, type QuestionsDelta, type QuestionsState } from '../questions.ts';
import { askQuestion } from './ask-question.ts';
import { hideQuestion } from './hide-question.ts';
import { mergeQuestions } from './merge-questions.ts';
import { countVotes } from './read-questions.ts';
import { releaseQuestion } from './release-question.ts';
import { reopenQuestion } from './reopen-question.ts';
import { setQuestionRules } from './set-question-rules.ts';
import { sessionQuestionVotes } from './tables.ts';
import { voteForQuestion } from './vote-for-question.ts';

async function ask(who: Member, session: string, body: string, id = newId()): Promise<string> {
  await askQuestion(who, { session, id, body, lang: 'en', capacity: who.actingAs });
  return id;
}
const vote = (who: Member, session: string, question: string, on: 'on' | 'off' = 'on') =>
  voteForQuestion(who, { session, question, vote: on });
const seenBy = async (who: Actor, id: string) => {
  const { room, own } = await readRoom(who, id);
  return {
    state: room.wholes.questions as QuestionsState,
    own: own.questions as OwnQuestions | null,
    bytes: JSON.stringify([room, own])
  };
};
const votesOf = async (session: string, question: string) =>
  (await countVotes(db, session)).find(({ key }) => key === question)?.votes ?? 0;
const before = { moderation: 'before', order: 'balanced', open: true } as const;

test('a delegate asks before the session and while it is live; asking twice with one id is once', async () => {
  const { id } = await aSession();
  const delegate = await aDelegate('SN');
  const question = await ask(delegate, id, 'Who signs the fund?');
  await ask(delegate, id, 'Who signs the fund?', question);
  const { state } = await seenBy(guest, id);
  expect(state.questions).toMatchObject([
    { number: 1, body: 'Who signs the fund?', act: { country: 'SN' }, answer: null }
  ]);
  const other = await aDelegate('ML');
  await expect(ask(other, id, 'Mine', question)).rejects.toMatchObject({ code: 'conflict' });
});

test('a person votes once, from fifty windows at once and together with forty-nine others', async () => {
  const { id } = await aSession({ live: true });
  const question = await ask(await aDelegate('SN'), id, 'Who signs?');
  const voters = await Promise.all(Array.from({ length: 49 }, () => aDelegate('ML')));
  await Promise.all(
    [...voters, ...Array.from({ length: 50 }, () => voters[0])].map((who) => vote(who, id, question))
  );
  expect(await votesOf(id, question)).toBe(50);
  await vote(voters[0], id, question, 'off');
  await vote(voters[0], id, question, 'off');
  expect(await votesOf(id, question)).toBe(49);
  await vote(voters[0], id, question);
  expect(await votesOf(id, question)).toBe(50);
}, 60_000);

test('a held question is seen by its asker and the chair, and by nobody else in any way', async () => {
  const { id, chair } = await aSession({ live: true });
  const [asker, other] = [await aDelegate('SN'), await aDelegate('ML')];
  await setQuestionRules(chair, { session: id, ...before });
  const since = (await readRow(db, id)).seq;
  const question = await ask(asker, id, 'Is the minister informed?');
  for (const who of [other, guest]) expect((await seenBy(who, id)).bytes).not.toMatch(/minister/);
  const row = await readRow(db, id);
  const missed = JSON.stringify(await readParts(row, since));
  expect(missed).not.toMatch(/minister/);
  expect(missed).not.toContain(question);
  for (const who of [asker, chair])
    expect((await seenBy(who, id)).own?.held).toMatchObject([{ id: question, hidden: false }]);
  expect((await seenBy(guest, id)).state).toMatchObject({ waiting: 1, questions: [] });
  await expect(vote(other, id, question)).rejects.toMatchObject({ code: 'not-found' });
  await expect(hideQuestion(other, { session: id, question })).rejects.toMatchObject({ code: 'not-found' });
  await expect(releaseQuestion(asker, { session: id, question })).rejects.toMatchObject({
    reason: 'not-the-chair'
  });
  await releaseQuestion(chair, { session: id, question });
  await releaseQuestion(chair, { session: id, question });
  expect((await seenBy(guest, id)).state).toMatchObject({ waiting: 0, questions: [{ number: 1 }] });
  expect(await votesOf(id, question)).toBe(1);
});

test('what never was shown is not in the record, and leaves no gap in its numbers', async () => {
  const { id, chair } = await aSession({ live: true });
  const asker = await aDelegate('SN');
  await setQuestionRules(chair, { session: id, ...before });
  await ask(asker, id, 'Held for ever');
  const shown = await ask(asker, id, 'Shown');
  await releaseQuestion(chair, { session: id, question: shown });
  await closeSession(chair, { session: id });
  const { record } = await readRecord(asker, id);
  expect(record.questions).toMatchObject([{ number: 1, body: 'Shown' }]);
  expect(JSON.stringify(record)).not.toContain('Held for ever');
});

test('a question that the chair takes away is gone for all, its asker reads why, and its asker may not put it back', async () => {
  const { id, chair } = await aSession({ live: true });
  const [asker, other] = [await aDelegate('SN'), await aDelegate('ML')];
  const question = await ask(asker, id, 'Off the subject');
  await expect(hideQuestion(other, { session: id, question })).rejects.toMatchObject({
    reason: 'not-the-chair'
  });
  const since = (await readRow(db, id)).seq;
  await hideQuestion(chair, { session: id, question, reason: 'Item 4 is the place' });
  expect((await seenBy(other, id)).bytes).not.toMatch(/Off the subject|Item 4/);
  expect((await seenBy(asker, id)).own?.held).toMatchObject([
    { hidden: true, reason: 'Item 4 is the place' }
  ]);
  const deltas = (await readParts(await readRow(db, id), since)).deltas.questions as QuestionsDelta[];
  const stale: QuestionsState = {
    rules: before,
    waiting: 0,
    questions: [{ id: question, number: 1 } as never]
  };
  expect(deltas.reduce((whole, delta) => questionsKey.fold!(whole, delta), stale).questions).toEqual([]);
  await releaseQuestion(chair, { session: id, question });
  expect((await seenBy(other, id)).state.questions).toHaveLength(1);
  await hideQuestion(asker, { session: id, question });
  await expect(releaseQuestion(chair, { session: id, question })).rejects.toMatchObject({
    code: 'not-found'
  });
});

test('two questions that ask the same become one; who voted for both counts once, and late votes find it', async () => {
  const { id, chair } = await aSession({ live: true });
  const [senegal, mali, ghana] = [await aDelegate('SN'), await aDelegate('ML'), await aDelegate('GH')];
  const first = await ask(senegal, id, 'Who signs?');
  const second = await ask(mali, id, 'Whose signature is it?');
  await vote(senegal, id, second);
  await vote(chair, id, second);
  await vote(chair, id, first);
  await vote(chair, id, first, 'off');
  await mergeQuestions(chair, { session: id, question: second, into: first });
  await mergeQuestions(chair, { session: id, question: second, into: first });
  expect(await votesOf(id, first)).toBe(3);
  await vote(ghana, id, second);
  expect(await votesOf(id, first)).toBe(4);
  const { state } = await seenBy(guest, id);
  expect(state.questions).toMatchObject([{ id: first, alsoAsked: [{ country: 'ML' }] }]);
});

test('of two chairs who unite the same two questions the other way round, the second hears so', async () => {
  const { id, chair } = await aSession({ live: true });
  const asker = await aDelegate('SN');
  const [a, b, c] = [await ask(asker, id, 'A'), await ask(asker, id, 'B'), await ask(asker, id, 'C')];
  const both = await Promise.allSettled([
    mergeQuestions(chair, { session: id, question: a, into: b }),
    mergeQuestions(chair, { session: id, question: b, into: a })
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { reason: 'question-united' }
  });
  const left = both[0].status === 'fulfilled' ? b : a;
  await expect(mergeQuestions(chair, { session: id, question: left, into: left })).rejects.toMatchObject({
    reason: 'question-united'
  });
  await mergeQuestions(chair, { session: id, question: left, into: c });
  const { state } = await seenBy(guest, id);
  expect(state.questions).toMatchObject([{ id: c }]);
  expect(state.questions[0].alsoAsked).toHaveLength(2);
});

test('an answered question says when; a second chair changes nothing; it can be opened again', async () => {
  const { id, chair } = await aSession({ live: true });
  const asker = await aDelegate('SN');
  const question = await ask(asker, id, 'Who signs?');
  const at = new Date();
  await answerQuestion(chair, { session: id, question, text: 'The district signs.' }, at);
  await answerQuestion(chair, { session: id, question, text: 'Somebody else.' });
  const [seen] = (await seenBy(guest, id)).state.questions;
  expect(seen.answer).toMatchObject({ at: at.toISOString(), text: 'The district signs.', statement: null });
  await expect(vote(asker, id, question)).rejects.toMatchObject({ reason: 'question-answered' });
  await expect(hideQuestion(chair, { session: id, question })).rejects.toMatchObject({
    reason: 'question-answered'
  });
  await expect(
    answerQuestion(chair, { session: id, question: await ask(asker, id, 'And?'), statement: 7 })
  ).rejects.toMatchObject({ reason: 'statement-unknown' });
  await reopenQuestion(chair, { session: id, question });
  expect((await seenBy(guest, id)).state.questions[0].answer).toBeNull();
});

test('who does not lead rules nothing, and an observer or a guest asks nothing', async () => {
  const { id, space, chair } = await aSession({ live: true });
  const [delegate, observer] = [await aDelegate('SN'), await aDelegate('ML')];
  await joinSpace(observer, space.id, 'observer');
  const question = await ask(delegate, id, 'Who signs?');
  for (const refused of [
    setQuestionRules(delegate, { session: id, ...before }),
    answerQuestion(delegate, { session: id, question }),
    mergeQuestions(delegate, { session: id, question, into: question }),
    reopenQuestion(delegate, { session: id, question })
  ])
    await expect(refused).rejects.toMatchObject({ reason: 'not-the-chair' });
  await expect(ask(observer, id, 'May I?')).rejects.toMatchObject({ reason: 'observer-asks' });
  await expect(vote(observer, id, question)).rejects.toMatchObject({ reason: 'observer-asks' });
  await expect(
    askQuestion(guest, { session: id, id: newId(), body: 'May I?', lang: 'en', capacity: 'personal' })
  ).rejects.toMatchObject({ code: 'not-signed-in' });
  await setQuestionRules(chair, { session: id, ...before, open: false });
  await expect(ask(delegate, id, 'One more')).rejects.toMatchObject({ reason: 'questions-closed' });
});

test('a question of another session is not found', async () => {
  const [one, other] = [await aSession({ live: true }), await aSession({ live: true })];
  const question = await ask(await aDelegate('SN'), one.id, 'Who signs?');
  await expect(vote(other.chair, other.id, question)).rejects.toMatchObject({ code: 'not-found' });
  await expect(answerQuestion(other.chair, { session: other.id, question })).rejects.toMatchObject({
    code: 'not-found'
  });
});

test('the record has the questions with votes and answers, and is the same when built again', async () => {
  const { id, chair } = await aSession({ live: true });
  const [senegal, mali] = [await aDelegate('SN'), await aDelegate('ML')];
  const question = await ask(senegal, id, 'Who signs?');
  const same = await ask(mali, id, 'Whose signature?');
  await mergeQuestions(chair, { session: id, question: same, into: question });
  await answerQuestion(chair, { session: id, question, text: 'The district.' });
  await closeSession(chair, { session: id });
  const { record } = await readRecord(guest, id);
  expect(record.questions).toMatchObject([
    { number: 1, votes: 2, united: [{ act: { country: 'ML' } }], answer: { text: 'The district.' } }
  ]);
  await db.delete(sessionQuestionVotes).where(eq(sessionQuestionVotes.questionId, same));
  expect((await rebuildRecord(id)).same).toBe(true);
});
