import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { auditEntries } from '#features/audit/server/tables.ts';
import { guest } from '#features/people/people.ts';
import { db } from '#lib/server/db.ts';
import { joinSpace } from '#tests/world.ts';
import type { RevisedSession } from '../planning-inputs.ts';
import { planningKey } from '../planning.ts';
import { calendarOf } from './read-calendar.ts';
import { cancelSession } from './cancel-session.ts';
import { listSessions } from './list-sessions.ts';
import { openSession } from './open-session.ts';
import { readRoom } from './read-room.ts';
import { readSession } from './read-session.ts';
import { reviseSession } from './revise-session.ts';
import { aDelegate, aSession } from './test-world.ts';

const planOf = async (id: string): Promise<RevisedSession> => {
  const { session } = await readSession(guest, id);
  const { revision, startsAt, endsAt, timezone } = session;
  return { session: id, revision, startsAt, endsAt, timezone };
};
const later = (of: Date) => new Date(of.getTime() + 86_400_000);
const entryOf = async (id: string) => {
  const { session } = await readSession(guest, id);
  return calendarOf(session, {
    url: `https://palabre.example/sessions/${id}`,
    forum: 'A forum',
    organiser: 'Ministry of Health',
    from: 'no-reply@palabre.example',
    now: new Date('2026-11-22T10:00:00Z')
  });
};
const field = (file: string, name: string) => new RegExp(`^${name}:(.*)$`, 'm').exec(file)?.[1].trim();

test('a session that the chair moves replaces itself in the calendars, and every window hears of it', async () => {
  const { id, chair } = await aSession();
  const plan = await planOf(id);
  const before = await entryOf(id);
  await reviseSession(chair, {
    ...plan,
    startsAt: later(plan.startsAt),
    endsAt: later(plan.endsAt),
    place: 'Dakar'
  });
  const after = await entryOf(id);
  expect(field(after, 'UID')).toBe(field(before, 'UID'));
  expect([field(before, 'SEQUENCE'), field(after, 'SEQUENCE')]).toEqual(['0', '1']);
  expect(field(after, 'DTSTART')).not.toBe(field(before, 'DTSTART'));
  const { room, session } = await readRoom(guest, id);
  expect(session).toMatchObject({ startsAt: later(plan.startsAt), place: 'Dakar', revision: 1 });
  expect(room.wholes[planningKey.name]).toMatchObject({ revision: 1, cancelledAt: null, reason: null });
  expect(room.seq).toBe(1);
});

test('a revision that changes nothing is none', async () => {
  const { id, chair } = await aSession();
  await reviseSession(chair, await planOf(id));
  expect((await readRoom(guest, id)).room.seq).toBe(0);
  expect((await planOf(id)).revision).toBe(0);
});

test('of two organisers who move a session at once, the second is shown the first one’s date', async () => {
  const { id, chair } = await aSession();
  const plan = await planOf(id);
  const moves = ['Dakar', 'Abidjan'].map((place) => reviseSession(chair, { ...plan, place }));
  const ends = await Promise.allSettled(moves);
  expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(ends.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'conflict', reason: 'session-revised' }
  });
});

test('a member who does not organise a session can neither move nor cancel it, nor anybody once it has begun', async () => {
  const { id, space, chair } = await aSession();
  const member = await aDelegate('SN');
  await joinSpace(member, space.id);
  const plan = await planOf(id);
  const refused = { code: 'not-allowed', reason: 'not-an-organiser' };
  await expect(reviseSession(member, plan)).rejects.toMatchObject(refused);
  await expect(cancelSession(member, { session: id, reason: 'No' })).rejects.toMatchObject(refused);
  await expect(cancelSession(guest, { session: id, reason: 'No' })).rejects.toMatchObject({
    code: 'not-signed-in'
  });
  await openSession(chair, { session: id, capacity: 'personal' });
  const begun = { code: 'conflict', reason: 'session-open-already' };
  await expect(reviseSession(chair, { ...plan, place: 'Dakar' })).rejects.toMatchObject(begun);
  await expect(cancelSession(chair, { session: id, reason: 'No' })).rejects.toMatchObject(begun);
});

test('a cancelled session says why, takes itself out of calendars, and cannot be opened or cancelled again', async () => {
  const { id, chair, space } = await aSession();
  const before = await entryOf(id);
  await cancelSession(chair, { session: id, reason: 'The airport is closed.' });
  const after = await entryOf(id);
  expect([field(after, 'METHOD'), field(after, 'STATUS')]).toEqual(['CANCEL', 'CANCELLED']);
  expect(field(after, 'UID')).toBe(field(before, 'UID'));
  expect(field(after, 'SEQUENCE')).toBe('1');
  const { session } = await readSession(guest, id);
  expect(session.cancelledReason).toBe('The airport is closed.');
  const cancelled = { code: 'conflict', reason: 'session-cancelled' };
  await expect(openSession(chair, { session: id, capacity: 'personal' })).rejects.toMatchObject(cancelled);
  await expect(cancelSession(chair, { session: id, reason: 'Again' })).rejects.toMatchObject(cancelled);
  const list = await listSessions(guest, { spaceId: space.id });
  expect(list.coming).toMatchObject([{ id, cancelledAt: expect.any(Date) }]);
  const entries = await db.select().from(auditEntries).where(eq(auditEntries.objectId, id));
  expect(entries.map(({ action }) => action)).toEqual(['session.cancelled']);
});
