import { expect, test } from 'vitest';
import type { NewLesson, Origin } from '#features/lessons/lessons.ts';
import { listLessonsFrom } from '#features/lessons/server/list-lessons.ts';
import { guest, type Member } from '#features/people/people.ts';
import { closeSession } from '#features/records/server/close-session.ts';
import { readRecord } from '#features/records/server/read-record.ts';
import { rebuildRecord } from '#features/records/server/rebuild-record.ts';
import type { RoomChanged } from '#features/sessions/parts.ts';
import { sessionKeeper } from '#features/sessions/server/room.ts';
import { aDelegate, aSession } from '#features/sessions/server/test-world.ts';
import { newId } from '#lib/id.ts';
import { db } from '#lib/server/db.ts';
import { captureLesson } from './capture-lesson.ts';
import { readLessons } from './read-lessons.ts';

const lessonOf = (who: Member, more: Partial<NewLesson> = {}): NewLesson => ({
  id: newId(),
  title: 'Pay suppliers on one date',
  summary: 'Offers came back when the date was kept.',
  lang: 'en',
  polarity: 'worked',
  evidence: 'anecdote',
  context: '',
  whatWasDone: 'One date for all.',
  whatHappened: 'Seven offers instead of two.',
  lesson: '',
  recommendation: '',
  conditions: '',
  cost: null,
  level: null,
  fromYear: null,
  toYear: null,
  axis: null,
  countries: [],
  blocks: [],
  occupations: [],
  capacity: who.actingAs,
  ...more
});
const originOf = (id: string, anchor: string | null = 'statement-1'): Origin => ({
  kind: 'session',
  id,
  anchor,
  title: 'Pooling purchases'
});

test('a lesson that three tabs send at once, after the line came back, is recorded once and told to the room once', async () => {
  const { id } = await aSession({ live: true });
  const delegate = await aDelegate('SN');
  const { seq } = await sessionKeeper.since(delegate, id, null);
  const lesson = lessonOf(delegate);
  const sent = await Promise.all([1, 2, 3].map(() => captureLesson(delegate, lesson, originOf(id))));
  expect(sent).toEqual([1, 2, 3].map(() => ({ id: lesson.id })));
  expect(await readLessons(db, id)).toMatchObject([
    { id: lesson.id, anchor: 'statement-1', polarity: 'worked' }
  ]);
  expect(await listLessonsFrom(guest, 'session', id)).toHaveLength(1);
  const missed = await sessionKeeper.since(delegate, id, seq);
  expect(missed.seq).toBe(seq + 1);
  expect((missed.events[0].payload as RoomChanged).deltas.lessons).toHaveLength(1);
});

test('nobody takes the id of a lesson of another', async () => {
  const { id } = await aSession({ live: true });
  const [one, other] = await Promise.all([aDelegate('SN'), aDelegate('ML')]);
  const lesson = lessonOf(one);
  await captureLesson(one, lesson, originOf(id));
  await expect(captureLesson(other, lessonOf(other, { id: lesson.id }), originOf(id))).rejects.toMatchObject({
    code: 'conflict'
  });
  expect(await readLessons(db, id)).toMatchObject([{ act: { country: 'SN' } }]);
});

test('a lesson that comes back after the close is kept with the session, and the record stays as it was written', async () => {
  const { id, chair } = await aSession({ live: true });
  const delegate = await aDelegate('SN');
  await captureLesson(delegate, lessonOf(delegate, { title: 'In time' }), originOf(id));
  const { hash } = await closeSession(chair, { session: id });
  await captureLesson(delegate, lessonOf(delegate, { title: 'Too late' }), originOf(id));
  expect((await readLessons(db, id)).map(({ title }) => title)).toEqual(['In time', 'Too late']);
  const { record } = await readRecord(guest, id);
  expect(record.lessons?.map(({ title }) => title)).toEqual(['In time']);
  expect(await rebuildRecord(id)).toMatchObject({ same: true, hash });
});

test('a guest captures nothing, and who may not read the session finds none to capture from', async () => {
  const { id } = await aSession({ live: true, visibility: 'restricted' });
  const stranger = await aDelegate('SN');
  await expect(captureLesson(stranger, lessonOf(stranger), originOf(id))).rejects.toMatchObject({
    code: 'not-found'
  });
  await expect(captureLesson(guest, lessonOf(stranger), originOf(id))).rejects.toMatchObject({
    code: 'not-signed-in'
  });
});
