import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { auditEntries } from '#features/audit/server/tables.ts';
import { guest } from '#features/people/people.ts';
import { registerForSession } from '#features/registration/server/register-for-session.ts';
import { aDelegate, aSession } from '#features/sessions/server/test-world.ts';
import { db } from '#lib/server/db.ts';
import { aMember, joinSpace } from '#tests/world.ts';
import { joinSession } from './join-session.ts';
import { readHeads } from './heads-part.ts';
import { listDelegations } from './list-delegations.ts';
import { nameHead } from './name-head.ts';
import { readHere } from './read-here.ts';

const come = (who: Awaited<ReturnType<typeof aDelegate>>, session: string, capacity = who.actingAs) =>
  joinSession(who, { session, capacity });
const heads = async (id: string) => (await readHeads(db, id)).map(({ key, personId }) => [key, personId]);

test('a delegation names its head, another one later; the record of it stays', async () => {
  const { id } = await aSession({ live: true });
  const [one, other] = [await aDelegate('SN'), await aDelegate('SN')];
  await registerForSession(one, { session: id, capacity: one.actingAs });
  await come(other, id);
  await nameHead(other, { session: id, person: one.personId });
  await nameHead(other, { session: id, person: one.personId });
  expect(await heads(id)).toEqual([['country:SN', one.personId]]);
  await nameHead(one, { session: id, person: other.personId });
  expect(await heads(id)).toEqual([['country:SN', other.personId]]);
  const entries = await db.select().from(auditEntries).where(eq(auditEntries.objectId, id));
  expect(entries.filter(({ action }) => action === 'session.head-named')).toHaveLength(2);
});

test('two of a delegation name each other at the same moment: there is one head', async () => {
  const { id } = await aSession({ live: true });
  const [one, other] = [await aDelegate('SN'), await aDelegate('SN')];
  await come(one, id);
  await come(other, id);
  await Promise.all([
    nameHead(one, { session: id, person: other.personId }),
    nameHead(other, { session: id, person: one.personId })
  ]);
  expect(await heads(id)).toHaveLength(1);
});

test('nobody names the head of another delegation, but the chair does; nor one who is not there, nor one for themselves', async () => {
  const { id, chair } = await aSession({ live: true });
  const [senegal, mali, absent] = [await aDelegate('SN'), await aDelegate('ML'), await aDelegate('GW')];
  const expert = await aMember();
  await come(senegal, id);
  await come(mali, id);
  await joinSession(expert, { session: id, capacity: 'personal' });
  await expect(nameHead(mali, { session: id, person: senegal.personId })).rejects.toMatchObject({
    code: 'not-allowed',
    reason: 'not-of-delegation'
  });
  await expect(nameHead(guest, { session: id, person: senegal.personId })).rejects.toMatchObject({
    code: 'not-signed-in'
  });
  await expect(nameHead(chair, { session: id, person: absent.personId })).rejects.toMatchObject({
    reason: 'not-of-delegation'
  });
  await expect(nameHead(expert, { session: id, person: expert.personId })).rejects.toMatchObject({
    reason: 'head-of-nobody'
  });
  await nameHead(chair, { session: id, person: senegal.personId });
  expect(await heads(id)).toEqual([['country:SN', senegal.personId]]);
});

test('a country that is invited and of which nobody came is listed as absent; guests see numbers and no names', async () => {
  const { id, space, chair } = await aSession({ live: true });
  const [senegal, observer] = [await aDelegate('SN'), await aDelegate('PT')];
  await joinSpace(observer, space.id, 'observer');
  await registerForSession(senegal, { session: id, capacity: senegal.actingAs });
  await come(senegal, id);
  await come(observer, id);
  const { delegations } = await listDelegations(chair, id);
  expect(
    delegations
      .map(({ country, invited, here, registered, members, mayName }) => [
        country,
        { invited, here, registered, observers: members.filter((each) => each.observer).length, mayName }
      ])
      .sort()
  ).toEqual([
    ['CI', { invited: true, here: 1, registered: 0, observers: 0, mayName: true }],
    ['ML', { invited: true, here: 0, registered: 0, observers: 0, mayName: false }],
    ['PT', { invited: false, here: 1, registered: 0, observers: 1, mayName: true }],
    ['SN', { invited: true, here: 1, registered: 1, observers: 0, mayName: true }]
  ]);
  const seen = await listDelegations(guest, id);
  expect(JSON.stringify(seen.delegations)).not.toContain('Delegate of');
  expect(seen.delegations.map(({ mayName }) => mayName)).toEqual([false, false, false, false]);
});

test('people are counted by the database as by their acts: countries, organisations without one, themselves', async () => {
  const { id } = await aSession({ live: true });
  const two = [await aDelegate('SN'), await aDelegate('SN')];
  for (const who of two) await come(who, id);
  const experts = [await aMember({ country: 'FR' }), await aMember({ country: 'ML' })];
  for (const who of experts) await joinSession(who, { session: id, capacity: 'personal' });
  expect((await readHere(db, id)).map(({ key, people }) => [key, people])).toEqual([
    ['country:SN', 2],
    ['personal', 2],
    ['country:CI', 1]
  ]);
});
