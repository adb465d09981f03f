import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { guest } from '#features/people/people.ts';
import { affiliations } from '#features/people/server/tables.ts';
import { db } from '#lib/server/db.ts';
import { aMember, joinSpace } from '#tests/world.ts';
import { askForFloor } from './ask-for-floor.ts';
import { endTurn } from './end-turn.ts';
import { extendTurn } from './extend-turn.ts';
import { giveFloor } from './give-floor.ts';
import { joinSession } from '#features/attendance/server/join-session.ts';
import { leaveSession } from '#features/attendance/server/leave-session.ts';
import { readHere } from '#features/attendance/server/read-here.ts';
import { readFloor } from './read-floor.ts';
import { speakerTurns } from './tables.ts';
import { aDelegate, aSession } from '#features/sessions/server/test-world.ts';
import { withdrawRequest } from './withdraw-request.ts';

const later = (seconds: number) => new Date(Date.now() + seconds * 1000);
const ask = (
  who: Awaited<ReturnType<typeof aDelegate>>,
  session: string,
  at = new Date(),
  kind: 'statement' | 'reply' | 'point_of_order' = 'statement'
) => askForFloor(who, { session, kind, capacity: who.actingAs }, at);

test('first-time speakers come before those who spoke, points of order before all, observers last', async () => {
  const { id, space, chair } = await aSession({ live: true });
  const [mali, guinea, cape, observer] = await Promise.all(['ML', 'GW', 'CV', 'PT'].map(aDelegate));
  await joinSpace(observer, space.id, 'observer');
  await ask(mali, id, later(0));
  await giveFloor(chair, { session: id }, later(1));
  await ask(observer, id, later(2));
  await ask(mali, id, later(3));
  await ask(guinea, id, later(4));
  await ask(cape, id, later(5), 'point_of_order');
  const { queue, floor } = await readFloor(db, id);
  expect(floor).toMatchObject({
    act: { personId: mali.personId, country: 'ML' },
    limitSeconds: 180,
    intervention: 1
  });
  expect(queue.map(({ act, reason }) => [act.country, reason])).toEqual([
    ['CV', 'point_of_order'],
    ['GW', 'first_time'],
    ['ML', 'order_of_request'],
    ['PT', 'observer']
  ]);
  await endTurn(mali, { session: id, turn: floor!.turnId }, later(60));
  expect((await readFloor(db, id)).queue[2].spoken).toEqual({ turns: 1, seconds: 59 });
});

test('a delegate who asks twice waits once', async () => {
  const { id } = await aSession({ live: true });
  const delegate = await aDelegate('SN');
  const [one, other] = await Promise.all([ask(delegate, id), ask(delegate, id)]);
  expect(one.turnId).toBe(other.turnId);
  expect((await readFloor(db, id)).queue).toHaveLength(1);
});

test('an observer cannot raise a point of order', async () => {
  const { id, space } = await aSession({ live: true });
  const observer = await aDelegate('PT');
  await joinSpace(observer, space.id, 'observer');
  await expect(ask(observer, id, new Date(), 'point_of_order')).rejects.toMatchObject({
    code: 'not-allowed',
    reason: 'observer-point-of-order'
  });
});

test('a delegate cannot give the floor, to others or to themselves; nor extend or end the turn of another', async () => {
  const { id, chair } = await aSession({ live: true });
  const [speaker, other] = await Promise.all([aDelegate('SN'), aDelegate('ML')]);
  const { turnId } = await ask(speaker, id);
  await expect(giveFloor(speaker, { session: id, turn: turnId })).rejects.toMatchObject({
    code: 'not-allowed',
    reason: 'not-the-chair'
  });
  await giveFloor(chair, { session: id });
  await expect(endTurn(other, { session: id, turn: turnId })).rejects.toMatchObject({
    reason: 'not-the-chair'
  });
  await expect(extendTurn(speaker, { session: id, turn: turnId, limit: 180, by: 60 })).rejects.toMatchObject({
    reason: 'not-the-chair'
  });
  await expect(
    withdrawRequest(other, { session: id, turn: (await ask(other, id)).turnId })
  ).resolves.toBeUndefined();
});

test('a guest is asked to sign in before asking for the floor', async () => {
  const { id } = await aSession({ live: true });
  await expect(
    askForFloor(guest, { session: id, kind: 'statement', capacity: 'personal' })
  ).rejects.toMatchObject({ code: 'not-signed-in' });
});

test('a chair who presses "next" twice does not skip a speaker', async () => {
  const { id, chair } = await aSession({ live: true });
  const [first, second] = await Promise.all([aDelegate('SN'), aDelegate('ML')]);
  await ask(first, id, later(0));
  await ask(second, id, later(1));
  const press = () => giveFloor(chair, { session: id, after: 'nobody' });
  const presses = await Promise.allSettled([press(), press()]);
  expect(presses.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected']);
  const { floor, queue } = await readFloor(db, id);
  expect(floor?.act.personId).toBe(first.personId);
  expect(queue).toHaveLength(1);
});

test('a chair gives the floor to the one they choose, and the former turn ends', async () => {
  const { id, chair } = await aSession({ live: true });
  const [first, second] = await Promise.all([aDelegate('SN'), aDelegate('ML')]);
  const one = await ask(first, id, later(0));
  const other = await ask(second, id, later(1));
  await giveFloor(chair, { session: id, turn: other.turnId }, later(2));
  await giveFloor(chair, { session: id }, later(30));
  const [ended] = await db.select().from(speakerTurns).where(eq(speakerTurns.id, other.turnId));
  expect(ended.endedAt!.getTime() - ended.startedAt!.getTime()).toBeGreaterThanOrEqual(27_900);
  expect((await readFloor(db, id)).floor?.turnId).toBe(one.turnId);
  await expect(giveFloor(chair, { session: id })).rejects.toMatchObject({
    code: 'conflict',
    reason: 'queue-empty'
  });
  await expect(giveFloor(chair, { session: id, turn: other.turnId })).rejects.toMatchObject({
    reason: 'floor-changed'
  });
});

test('a speaker yields the floor; the chair adds a minute once however often it is sent', async () => {
  const { id, chair } = await aSession({ live: true });
  const speaker = await aDelegate('SN');
  const { turnId } = await ask(speaker, id);
  await giveFloor(chair, { session: id });
  await extendTurn(chair, { session: id, turn: turnId, limit: 180, by: 60 });
  await extendTurn(chair, { session: id, turn: turnId, limit: 180, by: 60 });
  expect((await readFloor(db, id)).floor?.limitSeconds).toBe(240);
  await endTurn(speaker, { session: id, turn: turnId });
  await endTurn(speaker, { session: id, turn: turnId });
  expect((await readFloor(db, id)).floor).toBeNull();
});

test('a turn keeps the ministry and the mandate that the speaker had then', async () => {
  const { id, chair } = await aSession({ live: true });
  const speaker = await aDelegate('SN');
  await ask(speaker, id);
  await db
    .update(affiliations)
    .set({ endsAt: new Date() })
    .where(eq(affiliations.personId, speaker.personId));
  await giveFloor(chair, { session: id });
  expect((await readFloor(db, id)).floor?.act).toMatchObject({
    capacity: 'organisation',
    organisation: { en: 'Ministry of SN' },
    country: 'SN'
  });
  await expect(joinSession(speaker, { session: id, capacity: speaker.actingAs })).rejects.toMatchObject({
    reason: 'no-mandate'
  });
});

test('who leaves waits no longer and has the floor no longer', async () => {
  const { id, chair } = await aSession({ live: true });
  const [speaker, waiting] = await Promise.all([aDelegate('SN'), aDelegate('ML')]);
  await ask(speaker, id, later(0));
  await ask(waiting, id, later(1));
  await giveFloor(chair, { session: id });
  await leaveSession(speaker, { session: id });
  await leaveSession(waiting, { session: id });
  const { floor, queue } = await readFloor(db, id);
  const here = await readHere(db, id);
  expect({ floor, queue, here: here.map((group) => group.country) }).toEqual({
    floor: null,
    queue: [],
    here: ['CI']
  });
});

test('a delegate who hammers the button is stopped, whatever window they use', async () => {
  const { id } = await aSession({ live: true });
  const delegate = await aMember();
  const presses = await Promise.allSettled(Array.from({ length: 130 }, () => ask(delegate, id)));
  const refused = presses
    .filter((each) => each.status === 'rejected')
    .map((each) => (each.reason as { code: string }).code);
  expect(refused).toEqual(Array(10).fill('too-many'));
});
