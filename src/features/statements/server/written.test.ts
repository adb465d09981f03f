import { expect, test } from 'vitest';
import { guest, type Member } from '#features/people/people.ts';
import { askQuestion } from '#features/questions/server/ask-question.ts';
import { buildRecord } from '#features/records/server/build-record.ts';
import { closeSession } from '#features/records/server/close-session.ts';
import { readRecord } from '#features/records/server/read-record.ts';
import { rebuildRecord } from '#features/records/server/rebuild-record.ts';
import { openSession } from '#features/sessions/server/open-session.ts';
import { readAgenda } from '#features/sessions/server/read-agenda.ts';
import { readRoom, readRow } from '#features/sessions/server/read-room.ts';
import { aDelegate, aSession } from '#features/sessions/server/test-world.ts';
import { newId } from '#lib/id.ts';
import { db } from '#lib/server/db.ts';
import { joinSpace } from '#tests/world.ts';
import type { DelegationCount } from '#features/sessions/delegations.ts';
import { answerQuestion } from './answer-question.ts';
import { postStatement } from './post-statement.ts';
import { readWritten } from './read-written.ts';
import { setWindow } from './set-window.ts';

const hours = (number: number, from = new Date()) => new Date(from.getTime() + number * 3_600_000);
const say = (
  who: Member,
  session: string,
  body: string,
  at = new Date(),
  more: { item?: string; question?: string; id?: string } = {}
) => postStatement(who, { session, id: newId(), body, lang: 'en', capacity: who.actingAs, ...more }, at);

test('for two days after the close a delegation writes, and what it wrote is marked and joins the next edition only', async () => {
  const { id, chair } = await aSession({ live: true });
  const [senegal, fiji] = [await aDelegate('SN'), await aDelegate('FJ')];
  await setWindow(chair, { session: id, before: 0, after: 48 });
  await say(senegal, id, 'In the room');
  const closedAt = new Date();
  await closeSession(chair, { session: id }, closedAt);
  const first = await readRecord(guest, id);
  const item = (await readAgenda(db, id))[1];
  await say(fiji, id, 'It was night here', hours(47, closedAt), { item: item.id });
  const { record, hash } = await readRecord(guest, id);
  expect({ record, hash }).toEqual({ record: first.record, hash: first.hash });
  expect((await rebuildRecord(id)).same).toBe(true);
  const { seq, writtenUntil } = await readRow(db, id);
  expect(writtenUntil).toEqual(hours(48, closedAt));
  const next = JSON.parse(Buffer.from((await buildRecord(db, id, seq)).bytes).toString('utf8'));
  expect(next.statements).toMatchObject([
    { number: 1, body: 'In the room' },
    { number: 2, body: 'It was night here', written: true, item: 2 }
  ]);
  expect(next.statements[0]).not.toHaveProperty('written');
  expect(next.written).toEqual({ from: null, until: writtenUntil?.toISOString() });
  expect(next.attendance).toEqual(first.record.attendance);
});

test('what comes a second after the window is refused with a reason of its own; sent again after a lost answer it is known', async () => {
  const { id, chair } = await aSession({ live: true });
  const fiji = await aDelegate('FJ');
  await setWindow(chair, { session: id, before: 0, after: 24 });
  const closedAt = new Date();
  await closeSession(chair, { session: id }, closedAt);
  const statement = newId();
  await say(fiji, id, 'In time', hours(23.9, closedAt), { id: statement });
  await expect(say(fiji, id, 'Too late', hours(24, closedAt))).rejects.toMatchObject({
    code: 'conflict',
    reason: 'window-closed'
  });
  await expect(say(fiji, id, 'In time', hours(25, closedAt), { id: statement })).resolves.toEqual({
    number: 1
  });
  expect(await readWritten(fiji, id, hours(1, closedAt))).toMatchObject({
    open: true,
    mayWrite: true,
    statements: [{ number: 1, written: true }]
  });
  expect(await readWritten(guest, id, hours(25, closedAt))).toMatchObject({ open: false, mayWrite: false });
});

test('without a window the close is the end, and before the opening nothing is written', async () => {
  const { id, chair } = await aSession();
  const delegate = await aDelegate('SN');
  await expect(say(delegate, id, 'Early')).rejects.toMatchObject({ reason: 'session-not-open' });
  await openSession(chair, { session: id, capacity: chair.actingAs });
  await closeSession(chair, { session: id });
  await expect(say(delegate, id, 'Late')).rejects.toMatchObject({ reason: 'session-closed' });
  expect(await readWritten(delegate, id)).toBeNull();
  await expect(setWindow(chair, { session: id, before: 0, after: 48 })).rejects.toMatchObject({
    reason: 'session-closed'
  });
});

test('in the window before, a delegation writes though it is not in the room; earlier it is refused', async () => {
  const { id, chair } = await aSession();
  const fiji = await aDelegate('FJ');
  await setWindow(chair, { session: id, before: 24, after: 0 });
  await expect(say(fiji, id, 'Too early', hours(-24))).rejects.toMatchObject({ reason: 'session-not-open' });
  await say(fiji, id, 'Before');
  await openSession(chair, { session: id, capacity: chair.actingAs });
  const { wholes } = (await readRoom(guest, id)).room;
  expect(wholes.statements).toMatchObject([{ number: 1, written: true }]);
  expect((wholes.attendance as DelegationCount[]).map(({ country }) => country)).not.toContain('FJ');
  await closeSession(chair, { session: id });
  expect((await readRecord(guest, id)).record.statements).toMatchObject([{ written: true }]);
});

test('only the chair opens the window, and an observer does not write in it', async () => {
  const { id, space, chair } = await aSession();
  const observer = await aDelegate('ML');
  await joinSpace(observer, space.id, 'observer');
  await expect(setWindow(observer, { session: id, before: 48, after: 48 })).rejects.toMatchObject({
    reason: 'not-the-chair'
  });
  await setWindow(chair, { session: id, before: 48, after: 48 });
  await expect(say(observer, id, 'Me too')).rejects.toMatchObject({ reason: 'observer-needs-floor' });
  await expect(say(chair, id, 'About', new Date(), { item: newId() })).rejects.toMatchObject({
    code: 'not-found'
  });
});

test('a statement that answers a question is the answer when the chair says so, and the record links the two', async () => {
  const { id, chair } = await aSession({ live: true });
  const [senegal, ghana] = [await aDelegate('SN'), await aDelegate('GH')];
  const question = newId();
  await askQuestion(senegal, {
    session: id,
    id: question,
    body: 'Who signs?',
    lang: 'en',
    capacity: senegal.actingAs
  });
  await say(ghana, id, 'The district signs', new Date(), { question });
  await answerQuestion(chair, { session: id, question });
  await closeSession(chair, { session: id });
  const { record } = await readRecord(guest, id);
  expect(record.questions).toMatchObject([{ answer: { statement: 1, act: { country: 'GH' } } }]);
  expect(record.statements).toMatchObject([{ question: 1 }]);
  const other = await aSession({ live: true });
  await expect(say(ghana, other.id, 'Lost', new Date(), { question })).rejects.toMatchObject({
    code: 'not-found'
  });
});
