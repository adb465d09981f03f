import { expect, test } from 'vitest';
import { guest, type Member } from '#features/people/people.ts';
import { readRoom } from '#features/sessions/server/read-room.ts';
import { readSession } from '#features/sessions/server/read-session.ts';
import { reviseSession } from '#features/sessions/server/revise-session.ts';
import { aDelegate, aSession } from '#features/sessions/server/test-world.ts';
import { db } from '#lib/server/db.ts';
import { aMember, joinSpace } from '#tests/world.ts';
import { registrationKey, type OwnRegistration } from '../registration.ts';
import { approveRegistration, refuseRegistration } from './decide-registration.ts';
import { inviteToSession } from './invite-to-session.ts';
import { listRegistered } from './list-registered.ts';
import { readRegistrations } from './read-registrations.ts';
import { registerForSession } from './register-for-session.ts';
import { withdrawInvitation } from './withdraw-invitation.ts';
import { withdrawRegistration } from './withdraw-registration.ts';

const ownOf = async (member: Member, id: string) =>
  (await readRoom(member, id)).own[registrationKey.name] as OwnRegistration | null;
const names = async (id: string) => (await listRegistered(db, id)).map(({ country }) => country);
const come = (member: Member, session: string, capacity = member.actingAs) =>
  registerForSession(member, { session, capacity });
/** Delegates of these countries, in the forum of the session. */
const delegates = (spaceId: string, ...countries: string[]) =>
  Promise.all(
    countries.map(async (country) => {
      const delegate = await aDelegate(country);
      await joinSpace(delegate, spaceId);
      return delegate;
    })
  );

test('of twenty who register at once for five places, five have one and fifteen wait in one order', async () => {
  const { id, space } = await aSession({ capacity_people: 5 });
  const people = await delegates(space.id, ...Array.from({ length: 20 }, () => 'ML'));
  const answers = await Promise.all(people.map((each) => come(each, id)));
  expect(answers.filter(({ status }) => status === 'placed')).toHaveLength(5);
  expect(answers.filter(({ status }) => status === 'waiting')).toHaveLength(15);
  expect(await names(id)).toHaveLength(5);
  const places = await Promise.all(people.map(async (each) => (await ownOf(each, id))?.position));
  const waiting = places.filter((place) => place != null);
  expect(waiting).toHaveLength(15);
});

test('a place that is given back goes to who waits first, once', async () => {
  const { id, space } = await aSession({ capacity_people: 1 });
  const [senegal, mali, niger] = await delegates(space.id, 'SN', 'ML', 'NE');
  for (const each of [senegal, mali, niger]) await come(each, id);
  expect((await ownOf(niger, id))?.position).toBe(2);
  await withdrawRegistration(senegal, { session: id });
  await withdrawRegistration(senegal, { session: id });
  expect(await names(id)).toEqual(['ML']);
  expect(await ownOf(niger, id)).toMatchObject({ status: 'waiting', position: 1 });
  // Who comes back waits behind those who wait.
  await come(senegal, id);
  expect(await ownOf(senegal, id)).toMatchObject({ status: 'waiting', position: 2 });
});

test('when a session gets more places, those who wait have them', async () => {
  const { id, space, chair } = await aSession({ capacity_people: 1 });
  for (const each of await delegates(space.id, 'SN', 'ML', 'NE')) await come(each, id);
  const { session } = await readSession(guest, id);
  const { revision, startsAt, endsAt, timezone } = session;
  const plan = { session: id, revision, startsAt, endsAt, timezone };
  await reviseSession(chair, { ...plan, capacity_people: 2 });
  expect(await names(id)).toEqual(['SN', 'ML']);
  // Fewer places take none away.
  await reviseSession(chair, { ...plan, revision: 1, capacity_people: 1 });
  expect(await names(id)).toEqual(['SN', 'ML']);
});

test('a person who asks to come has a place when an organiser agrees, and reads why when they do not', async () => {
  const { id, space, chair } = await aSession({ registrationRule: 'approval' });
  const [senegal, mali] = await delegates(space.id, 'SN', 'ML');
  for (const each of [senegal, mali]) await come(each, id);
  expect(await names(id)).toEqual([]);
  const { registrations } = await readRegistrations(chair, id);
  expect(registrations.map(({ status }) => status)).toEqual(['pending', 'pending']);
  await expect(approveRegistration(senegal, { session: id, person: senegal.personId })).rejects.toMatchObject(
    { reason: 'not-an-organiser' }
  );
  await approveRegistration(chair, { session: id, person: senegal.personId });
  await approveRegistration(chair, { session: id, person: senegal.personId });
  await refuseRegistration(chair, { session: id, person: mali.personId, reason: 'Two a region.' });
  expect(await names(id)).toEqual(['SN']);
  expect(await ownOf(mali, id)).toMatchObject({ status: 'refused', reason: 'Two a region.' });
  await expect(come(mali, id)).rejects.toMatchObject({ reason: 'registration-refused' });
});

test('only who was invited registers, in the capacity that was invited', async () => {
  const { id, space, chair } = await aSession({ registrationRule: 'invited', countries: ['SN'] });
  const [senegal, mali] = await delegates(space.id, 'SN', 'ML');
  await expect(come(mali, id)).rejects.toMatchObject({ reason: 'not-invited', field: 'capacity' });
  // A country invites its delegation: nobody comes for it in a personal capacity.
  await expect(come(senegal, id, 'personal')).rejects.toMatchObject({ reason: 'not-invited' });
  await expect(come(senegal, id, mali.actingAs)).rejects.toMatchObject({ reason: 'no-mandate' });
  await come(senegal, id);
  const invitation = {
    session: id,
    subject: { kind: 'country' as const, subject: 'ML' },
    capacity: 'personal'
  };
  await inviteToSession(chair, invitation);
  await come(mali, id);
  expect(await names(id)).toEqual(['SN', 'ML']);
});

test('an invitation for one place gives one, and one that was withdrawn gives none', async () => {
  const { id, space, chair } = await aSession({ registrationRule: 'invited', countries: [] });
  const people = await delegates(space.id, 'ML', 'ML', 'NE');
  for (const subject of ['ML', 'NE'])
    await inviteToSession(chair, {
      session: id,
      subject: { kind: 'country', subject },
      places: 1,
      capacity: 'personal'
    });
  for (const each of people.slice(0, 2)) await come(each, id);
  expect(await names(id)).toEqual(['ML']);
  const { invitations } = await readRegistrations(chair, id);
  expect(invitations).toMatchObject([
    { country: 'ML', places: 1, taken: 1 },
    { country: 'NE', places: 1, taken: 0 }
  ]);
  await withdrawInvitation(chair, { session: id, invitation: invitations[1].id });
  await expect(come(people[2], id)).rejects.toMatchObject({ reason: 'not-invited' });
});

test('names of those who registered are read by organisers alone', async () => {
  const { id, space } = await aSession();
  const [senegal] = await delegates(space.id, 'SN');
  await come(senegal, id);
  await expect(readRegistrations(senegal, id)).rejects.toMatchObject({ reason: 'not-an-organiser' });
  const stranger = await aMember();
  await expect(
    inviteToSession(stranger, {
      session: id,
      subject: { kind: 'country', subject: 'SN' },
      capacity: 'personal'
    })
  ).rejects.toMatchObject({ reason: 'not-an-organiser' });
  const { room } = await readRoom(guest, id);
  expect(JSON.stringify(room.wholes[registrationKey.name])).not.toContain(senegal.personId);
});
