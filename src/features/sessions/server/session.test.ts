import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { guest } from '#features/people/people.ts';
import { spaces } from '#features/spaces/server/tables.ts';
import { newId } from '#lib/id.ts';
import { db } from '#lib/server/db.ts';
import { aMember, anOrganisation, aSpace, joinSpace } from '#tests/world.ts';
import { askForFloor } from '#features/floor/server/ask-for-floor.ts';
import { closeItem } from './close-item.ts';
import { joinSession } from '#features/attendance/server/join-session.ts';
import { listSessions } from './list-sessions.ts';
import { openItem } from './open-item.ts';
import { openSession } from './open-session.ts';
import { readHere } from '#features/attendance/server/read-here.ts';
import { registrationKey } from '#features/registration/registration.ts';
import { registrationPart } from '#features/registration/server/part.ts';
import { readSession } from './read-session.ts';
import { readAgenda } from './read-agenda.ts';
import { readRoom, readRow } from './read-room.ts';
import { registerForSession } from '#features/registration/server/register-for-session.ts';
import { sessionKeeper } from './room.ts';
import { scheduleSession } from './schedule-session.ts';
import { aDelegate, aSession } from './test-world.ts';
import { withdrawRegistration } from '#features/registration/server/withdraw-registration.ts';

const registered = async (id: string) => registrationPart.read!(db, await readRow(db, id), new Date());

test('an ordinary member cannot schedule a session, the organisation that leads the forum can', async () => {
  const { id, space } = await aSession();
  const { session } = await readSession(guest, id);
  const delegate = await aDelegate('SN');
  const input = {
    ...session,
    chair: undefined,
    place: undefined,
    onlineLink: undefined,
    coOrganisers: undefined,
    forum: space.slug,
    capacity: delegate.actingAs,
    agenda: []
  };
  await expect(scheduleSession(delegate, input)).rejects.toMatchObject({
    code: 'not-allowed',
    reason: 'session-not-yours-to-schedule'
  });
  await db.update(spaces).set({ leadOrganisationId: delegate.actingAs }).where(eq(spaces.id, space.id));
  await expect(scheduleSession(delegate, { ...input, capacity: 'personal' })).rejects.toMatchObject({
    reason: 'session-not-yours-to-schedule'
  });
  await expect(scheduleSession(delegate, input)).resolves.toHaveProperty('id');
});

test('a moderator names another person of the forum as the chair, but not a stranger or an observer', async () => {
  const space = await aSpace();
  const moderator = await aMember();
  await joinSpace(moderator, space.id, 'moderator');
  const chair = await aDelegate('CI');
  const observer = await aDelegate('PT');
  await joinSpace(chair, space.id);
  await joinSpace(observer, space.id, 'observer');
  const { id, chair: first } = await aSession();
  const { session } = await readSession(first, id);
  const input = {
    ...session,
    place: undefined,
    onlineLink: undefined,
    coOrganisers: undefined,
    forum: space.slug,
    capacity: 'personal',
    agenda: []
  };
  const scheduled = await scheduleSession(moderator, { ...input, chair: chair.personId });
  expect((await readSession(guest, scheduled.id)).session.chair).toMatchObject({
    personName: 'Delegate of CI',
    country: 'CI',
    capacity: 'organisation'
  });
  for (const other of [observer.personId, first.personId, newId()])
    await expect(scheduleSession(moderator, { ...input, chair: other })).rejects.toMatchObject({
      reason: 'chair-unknown',
      field: 'chair'
    });
});

test('only the chair and those who moderate the forum open the session and its items', async () => {
  const { id, chair } = await aSession();
  const delegate = await aDelegate('SN');
  await expect(openSession(delegate, { session: id, capacity: 'personal' })).rejects.toMatchObject({
    reason: 'not-the-chair'
  });
  await openSession(await aMember({ administrator: true }), { session: id, capacity: 'personal' });
  const items = await readAgenda(db, id);
  await expect(openItem(delegate, { session: id, item: items[0].id })).rejects.toMatchObject({
    reason: 'not-the-chair'
  });
  await openItem(chair, { session: id, item: items[0].id });
  await openItem(chair, { session: id, item: items[1].id });
  const now = await readAgenda(db, id);
  expect(now.map((item) => [item.openedAt !== null, item.closedAt !== null])).toEqual([
    [true, true],
    [true, false]
  ]);
  await closeItem(chair, { session: id, item: items[1].id });
  await openItem(chair, { session: id, item: items[0].id });
  expect((await readAgenda(db, id)).map((item) => item.closedAt !== null)).toEqual([false, true]);
});

test('nobody joins or asks for the floor before the session is open', async () => {
  const { id } = await aSession();
  const delegate = await aDelegate('SN');
  await expect(joinSession(delegate, { session: id, capacity: delegate.actingAs })).rejects.toMatchObject({
    code: 'conflict',
    reason: 'session-not-open'
  });
  await expect(
    askForFloor(delegate, { session: id, kind: 'statement', capacity: delegate.actingAs })
  ).rejects.toMatchObject({ reason: 'session-not-open' });
});

test('a delegate registers, changes the capacity and withdraws; each country is counted', async () => {
  const { id } = await aSession();
  const delegate = await aDelegate('SN');
  await registerForSession(delegate, { session: id, capacity: 'personal' });
  await registerForSession(delegate, { session: id, capacity: delegate.actingAs });
  expect(await registered(id)).toMatchObject([{ country: 'SN', organisation: null, people: 1 }]);
  expect((await readRoom(delegate, id)).own[registrationKey.name]).toMatchObject({
    act: { capacity: 'organisation' }
  });
  await withdrawRegistration(delegate, { session: id });
  expect(await registered(id)).toEqual([]);
  await registerForSession(delegate, { session: id, capacity: 'personal' });
  expect(await registered(id)).toMatchObject([{ country: null, organisation: null, people: 1 }]);
});

test('who joins twice is here once; the delegations are counted by country, by organisation without one, and in a personal capacity', async () => {
  const { id } = await aSession({ live: true });
  const [one, other] = await Promise.all([aDelegate('SN'), aDelegate('SN')]);
  const agency = await aMember({
    organisation: await anOrganisation({ name: 'An agency', country: null, kind: 'un_agency' })
  });
  const expert = await aMember({ country: 'FR' });
  for (const who of [one, one, other, agency, expert])
    await joinSession(who, { session: id, capacity: who.actingAs });
  expect(await readHere(db, id)).toMatchObject([
    { country: 'SN', organisation: null, people: 2 },
    { country: 'CI', organisation: null, people: 1 },
    { country: null, organisation: { en: 'An agency' }, people: 1 },
    { country: null, organisation: null, people: 1 }
  ]);
});

test("a members' session and one of a restricted forum are hidden from guests and strangers", async () => {
  const members = await aSession({ audience: 'members' });
  const restricted = await aSession({ visibility: 'restricted' });
  const stranger = await aMember();
  await expect(readSession(guest, members.id)).rejects.toMatchObject({ code: 'not-found' });
  await expect(sessionKeeper.since(guest, members.id, null)).rejects.toMatchObject({ code: 'not-found' });
  await expect(readSession(stranger, members.id)).resolves.toMatchObject({
    rights: { lead: false, takePart: true }
  });
  await expect(readSession(stranger, restricted.id)).rejects.toMatchObject({ code: 'not-found' });
  await expect(
    registerForSession(stranger, { session: restricted.id, capacity: 'personal' })
  ).rejects.toMatchObject({ code: 'not-found' });
  const listed = async (who: typeof stranger | typeof guest) =>
    (await listSessions(who)).coming.map((session) => session.id);
  expect(await listed(guest)).not.toContain(members.id);
  expect(await listed(stranger)).toContain(members.id);
  expect(await listed(stranger)).not.toContain(restricted.id);
});

test('a session, an item or a turn that is unknown or of another session is not found', async () => {
  const [one, other] = await Promise.all([aSession({ live: true }), aSession({ live: true })]);
  await expect(readSession(one.chair, newId())).rejects.toMatchObject({ code: 'not-found' });
  await expect(openSession(one.chair, { session: newId(), capacity: 'personal' })).rejects.toMatchObject({
    code: 'not-found'
  });
  const foreign = (await readAgenda(db, other.id))[0].id;
  await expect(openItem(one.chair, { session: one.id, item: foreign })).rejects.toMatchObject({
    code: 'not-found'
  });
});

test('a guest sees who is here but not the link into the call', async () => {
  const { id, chair } = await aSession({ onlineLink: 'https://meet.example/room' });
  expect((await readSession(guest, id)).session.onlineLink).toBeNull();
  expect((await readSession(chair, id)).session.onlineLink).toBe('https://meet.example/room');
});

test('each change of the agenda or the floor gives the room the next sequence, without a hole; coming in gives none', async () => {
  const { id } = await aSession({ live: true });
  const seq = async () => (await readRow(db, id)).seq;
  const before = await seq();
  const delegates = await Promise.all(['SN', 'ML', 'GW', 'CV'].map(aDelegate));
  await Promise.all(delegates.map((who) => joinSession(who, { session: id, capacity: who.actingAs })));
  expect(await seq()).toBe(before);
  const ask = (who: (typeof delegates)[number], capacity = who.actingAs) =>
    askForFloor(who, { session: id, kind: 'statement', capacity });
  await Promise.all(delegates.slice(1).map((who) => ask(who)));
  expect(await seq()).toBe(before + 3);
  await expect(ask(delegates[0], newId())).rejects.toMatchObject({ reason: 'no-mandate' });
  await ask(delegates[1]);
  expect(await seq()).toBe(before + 3);
});
