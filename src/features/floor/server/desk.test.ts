import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { auditEntries } from '#features/audit/server/tables.ts';
import { leaveSession } from '#features/attendance/server/leave-session.ts';
import { closeSession } from '#features/records/server/close-session.ts';
import { readRecord } from '#features/records/server/read-record.ts';
import { readRoom, readRow } from '#features/sessions/server/read-room.ts';
import { aDelegate, aSession } from '#features/sessions/server/test-world.ts';
import { openItem } from '#features/sessions/server/open-item.ts';
import { readAgenda } from '#features/sessions/server/read-agenda.ts';
import type { RoomChanged } from '#features/sessions/parts.ts';
import { sessionKeeper } from '#features/sessions/server/room.ts';
import { db } from '#lib/server/db.ts';
import { joinSpace } from '#tests/world.ts';
import { floorKey, presidingKey, type FloorState } from '../floor.ts';
import { foldFloor } from '../state.ts';
import { askForFloor } from './ask-for-floor.ts';
import { callBack } from './call-back.ts';
import { closeList } from './close-list.ts';
import { endTurn } from './end-turn.ts';
import { giveFloor } from './give-floor.ts';
import { nameDeputy } from './name-deputy.ts';
import { noteLine } from './note-line.ts';
import { openList } from './open-list.ts';
import { readFloor } from './read-floor.ts';
import { removeDeputy } from './remove-deputy.ts';
import { setFloorRule } from './set-floor-rule.ts';
import { setLimits } from './set-limits.ts';
import { skipTurn } from './skip-turn.ts';
import { takeChair } from './take-chair.ts';
import { floorLog } from './tables.ts';

const later = (seconds: number) => new Date(Date.now() + seconds * 1000);
const ask = (
  who: Awaited<ReturnType<typeof aDelegate>>,
  session: string,
  kind: 'statement' | 'reply' | 'point_of_order' = 'statement',
  at = new Date()
) => askForFloor(who, { session, kind, capacity: who.actingAs }, at);
const order = async (session: string) =>
  (await readFloor(db, session)).queue.map(({ act, reason }) => [act.country, reason]);
const presiding = async (session: string) => (await readRow(db, session)).presiding;

test('the chair chooses how the list is ordered, and everyone sees why they stand where they stand', async () => {
  const { id, chair } = await aSession({ live: true });
  for (const country of ['SN', 'ML', 'FR']) await ask(await aDelegate(country), id);
  await setFloorRule(chair, { session: id, rule: 'rotation', observersLast: true, was: 'first_time' });
  expect(await order(id)).toEqual([
    ['SN', 'rotation'],
    ['FR', 'rotation'],
    ['ML', 'rotation']
  ]);
  const other = setFloorRule(chair, { session: id, rule: 'order', observersLast: true, was: 'first_time' });
  await expect(other).rejects.toMatchObject({ code: 'conflict', reason: 'floor-changed' });
});

test('a request after the list is closed is refused with the reason; a point of order is still heard, and places are kept', async () => {
  const { id, chair } = await aSession({ live: true });
  const [waits, late] = await Promise.all([aDelegate('SN'), aDelegate('ML')]);
  const { turnId } = await ask(waits, id);
  await closeList(chair, { session: id });
  await closeList(chair, { session: id });
  await expect(ask(late, id)).rejects.toMatchObject({ code: 'conflict', reason: 'list-closed' });
  expect(await ask(waits, id)).toEqual({ turnId });
  await ask(late, id, 'point_of_order');
  expect(await order(id)).toEqual([
    ['ML', 'point_of_order'],
    ['SN', 'first_time']
  ]);
  await openList(chair, { session: id });
  await expect(ask(await aDelegate('CI'), id)).resolves.toBeDefined();
});

test('a delegate cannot close the list, choose its order, set limits, skip, call back or name deputies', async () => {
  const { id } = await aSession({ live: true });
  const delegate = await aDelegate('SN');
  const { turnId: turn } = await ask(delegate, id);
  const refused = { code: 'not-allowed', reason: 'not-the-chair' };
  const times = { statement: 60, reply: 60, point_of_order: 60 };
  await expect(closeList(delegate, { session: id })).rejects.toMatchObject(refused);
  await expect(openList(delegate, { session: id })).rejects.toMatchObject(refused);
  const rule = { session: id, rule: 'order' as const, observersLast: false };
  await expect(setFloorRule(delegate, rule)).rejects.toMatchObject(refused);
  await expect(setLimits(delegate, { session: id, limits: times })).rejects.toMatchObject(refused);
  await expect(skipTurn(delegate, { session: id, turn, skips: 0 })).rejects.toMatchObject(refused);
  await expect(callBack(delegate, { session: id, turn })).rejects.toMatchObject(refused);
  const self = { session: id, person: delegate.personId };
  await expect(nameDeputy(delegate, self)).rejects.toMatchObject(refused);
  await expect(takeChair(delegate, { session: id })).rejects.toMatchObject(refused);
});

test('who is called and not there stays in the list, last, and is called back to its head', async () => {
  const { id, chair } = await aSession({ live: true });
  const [senegal, mali] = await Promise.all([aDelegate('SN'), aDelegate('ML')]);
  const { turnId } = await ask(senegal, id);
  await ask(mali, id);
  const skip = () => skipTurn(chair, { session: id, turn: turnId, skips: 0 });
  await Promise.all([skip(), skip()]);
  expect(await order(id)).toEqual([
    ['ML', 'first_time'],
    ['SN', 'skipped']
  ]);
  await callBack(chair, { session: id, turn: turnId });
  expect((await order(id))[0]).toEqual(['SN', 'called_back']);
});

test('the time for each kind is set for the session or for an item, and holds from the moment the floor is given', async () => {
  const { id, chair } = await aSession({ live: true });
  const [first, second] = await readAgenda(db, id);
  const times = { statement: 120, reply: 60, point_of_order: 30 };
  await ask(await aDelegate('SN'), id);
  await setLimits(chair, { session: id, limits: times });
  expect((await readFloor(db, id)).queue[0].limitSeconds).toBe(120);
  await setLimits(chair, { session: id, item: second.id, limits: { ...times, statement: 45 } });
  await openItem(chair, { session: id, item: second.id });
  await giveFloor(chair, { session: id });
  expect((await readFloor(db, id)).floor?.limitSeconds).toBe(45);
  await ask(await aDelegate('ML'), id);
  await openItem(chair, { session: id, item: first.id });
  await giveFloor(chair, { session: id });
  expect((await readFloor(db, id)).floor?.limitSeconds).toBe(120);
});

test('two chairs who give the floor at the same moment give it once; the other reads that it changed', async () => {
  const { id, space, chair } = await aSession({ live: true });
  const deputy = await aDelegate('GH');
  await joinSpace(deputy, space.id, 'member');
  await nameDeputy(chair, { session: id, person: deputy.personId });
  const [one, other] = await Promise.all(
    ['SN', 'ML'].map(async (country) => ask(await aDelegate(country), id))
  );
  const acts = await Promise.allSettled([
    giveFloor(chair, { session: id, turn: one.turnId, after: 'nobody' }),
    giveFloor(deputy, { session: id, turn: other.turnId, after: 'nobody' })
  ]);
  expect(acts.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const lost = acts.find((each) => each.status === 'rejected')!;
  expect(lost.reason).toMatchObject({ code: 'conflict', reason: 'floor-changed' });
  const { floor, queue } = await readFloor(db, id);
  expect(new Set([floor?.turnId, queue[0].turnId])).toEqual(new Set([one.turnId, other.turnId]));
});

test('a chair loses the line: a deputy takes the chair, the turn and its clock go on, and the record knows it', async () => {
  const { id, space, chair } = await aSession({ live: true });
  const [deputy, speaker, stranger] = await Promise.all(['GH', 'SN', 'ML'].map(aDelegate));
  await joinSpace(deputy, space.id, 'member');
  await expect(nameDeputy(chair, { session: id, person: stranger.personId })).rejects.toMatchObject({
    reason: 'chair-unknown'
  });
  await nameDeputy(chair, { session: id, person: deputy.personId });
  await ask(speaker, id);
  await giveFloor(chair, { session: id });
  const before = (await readFloor(db, id)).floor;
  await noteLine(id, chair.personId, 'lost');
  await noteLine(id, speaker.personId, 'lost');
  const seen = (await readRoom(deputy, id)).room.wholes[presidingKey.name] as { lostAt: string | null };
  expect(seen.lostAt).not.toBeNull();
  await takeChair(deputy, { session: id, from: chair.personId });
  await takeChair(deputy, { session: id, from: chair.personId });
  expect((await presiding(id))?.personId).toBe(deputy.personId);
  expect((await readFloor(db, id)).floor).toEqual(before);
  await expect(removeDeputy(chair, { session: id, person: deputy.personId })).rejects.toMatchObject({
    reason: 'chair-presides'
  });
  // The chair's window is as old as the moment when the line was lost.
  await expect(takeChair(chair, { session: id, from: chair.personId })).rejects.toMatchObject({
    reason: 'chair-changed'
  });
  await takeChair(chair, { session: id, from: deputy.personId });
  await closeSession(chair, { session: id });
  const { record } = await readRecord(chair, id);
  const taken = record.floor!.log.filter(({ action }) => action === 'session.chair_taken');
  expect(taken.map(({ by, of }) => [by.personId, of?.personId])).toEqual([
    [deputy.personId, chair.personId],
    [chair.personId, deputy.personId]
  ]);
});

test('of two deputies who take the chair at the same moment one presides, and the other reads so', async () => {
  const { id, space, chair } = await aSession({ live: true });
  const deputies = await Promise.all(['GH', 'SN'].map(aDelegate));
  for (const deputy of deputies) {
    await joinSpace(deputy, space.id, 'member');
    await nameDeputy(chair, { session: id, person: deputy.personId });
  }
  const acts = await Promise.allSettled(
    deputies.map((deputy) => takeChair(deputy, { session: id, from: chair.personId }))
  );
  const refused = acts.filter((each) => each.status === 'rejected');
  expect(refused.map(({ reason }) => (reason as { reason: string }).reason)).toEqual(['chair-changed']);
});

test('a speaker who leaves in the middle of their turn ends it, and is called back with the time that was left', async () => {
  const { id, chair } = await aSession({ live: true });
  const [speaker, next] = await Promise.all([aDelegate('SN'), aDelegate('ML')]);
  const { turnId } = await ask(speaker, id, 'statement', later(0));
  await ask(next, id, 'statement', later(1));
  await giveFloor(chair, { session: id }, later(2));
  await leaveSession(speaker, { session: id }, later(42));
  const { floor, last } = await readFloor(db, id);
  expect({ floor, last: last?.endedBy }).toEqual({ floor: null, last: 'left' });
  await callBack(chair, { session: id, turn: turnId }, later(50));
  await callBack(chair, { session: id, turn: turnId }, later(51));
  const { queue } = await readFloor(db, id);
  expect(queue.map(({ act, reason, limitSeconds }) => [act.country, reason, limitSeconds])).toEqual([
    ['SN', 'called_back', 140],
    ['ML', 'first_time', 180]
  ]);
});

test('a delegation without members holds no place: nothing waits for it, and it has used no time', async () => {
  // CI, SN and ML are invited; nobody of theirs came but the chair.
  const { id } = await aSession({ live: true });
  const { queue, used, floor } = await readFloor(db, id);
  expect({ queue, used, floor }).toEqual({ queue: [], used: [], floor: null });
});

test('200 people who ask for the floor within one second get one consistent order in every window', async () => {
  const { id } = await aSession({ live: true });
  const delegates = await Promise.all(
    Array.from({ length: 200 }, (_, at) => aDelegate(['SN', 'ML', 'FR', 'JP'][at % 4]))
  );
  const start = await readRow(db, id);
  const empty = await readFloor(db, id);
  const at = new Date();
  const began = performance.now();
  await Promise.all(delegates.map((who) => ask(who, id, 'statement', at)));
  console.log(`200 requests were taken in ${Math.round(performance.now() - began)} ms`);
  const whole = await readFloor(db, id);
  const ids = whole.queue.map(({ turnId }) => turnId);
  expect(new Set(ids).size).toBe(200);
  // One number each, without a hole, in the order of the session's changes: no two windows can order them otherwise.
  const seqs = whole.queue.map(({ seq }) => seq).sort((a, b) => a - b);
  expect(new Set(seqs).size).toBe(200);
  const missed = await sessionKeeper.since(delegates[0], id, start.seq);
  const { deltas } = missed.events[0].payload as RoomChanged;
  const caughtUp = (deltas[floorKey.name] as Parameters<typeof foldFloor>[1][]).reduce(foldFloor, empty);
  expect((caughtUp as FloorState).queue).toEqual(whole.queue);
}, 60_000);

test('everything that was done with the floor is logged, in its order, in the record and in the chain of facts', async () => {
  const { id, chair } = await aSession({ live: true });
  const [speaker, second] = await Promise.all([aDelegate('SN'), aDelegate('ML')]);
  const { turnId } = await ask(speaker, id);
  const { turnId: other } = await ask(second, id);
  await giveFloor(chair, { session: id });
  await endTurn(speaker, { session: id, turn: turnId });
  await skipTurn(chair, { session: id, turn: other, skips: 0 });
  await closeList(chair, { session: id });
  const log = await db.select().from(floorLog).where(eq(floorLog.sessionId, id)).orderBy(floorLog.place);
  const done = [
    'floor.asked',
    'floor.asked',
    'floor.given',
    'floor.ended',
    'floor.skipped',
    'floor.list_closed'
  ];
  expect(log.map(({ action }) => action)).toEqual(done);
  const chain = await db
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.spaceId, (await readRow(db, id)).spaceId));
  const facts = chain.sort((a, b) => a.seq - b.seq).map(({ action }) => action);
  expect(facts.filter((action) => action.startsWith('floor.'))).toEqual(done);
});
