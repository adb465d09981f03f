import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import type { Member } from '#features/people/people.ts';
import { newId } from '#lib/id.ts';
import { db } from '#lib/server/db.ts';
import { aReply } from '#tests/forum-world.ts';
import { aMember, anOrganisation, aSpace } from '#tests/world.ts';
import { deskDays } from '../../purposes.ts';
import { closeThread } from '../close-thread.ts';
import { listDesks } from '../list-desks.ts';
import { listRequests } from '../list-requests.ts';
import { postReply } from '../post-reply.ts';
import { readThread } from '../read-thread.ts';
import { startThread } from '../start-thread.ts';
import { supportDesks, supportRequests } from '../support-tables.ts';
import { organisations } from '#features/people/server/tables.ts';
import { endDesk } from './end-desk.ts';
import { escalateOverdue } from './escalate-overdue.ts';
import { escalateRequest } from './escalate-request.ts';
import { nameDesk } from './name-desk.ts';

const day = 86_400_000;
let administrator: Member;

beforeEach(async () => {
  // The desks are the house's: those of the test before are ended.
  await db.update(supportDesks).set({ endedAt: new Date() });
  administrator = await aMember({ administrator: true });
});

async function aDesk(level: 'country' | 'regional' | 'headquarters', place?: string) {
  const id = await anOrganisation({ kind: 'un_agency', country: null });
  const person = await aMember({ organisation: id });
  const [{ slug }] = await db
    .select({ slug: organisations.slug })
    .from(organisations)
    .where(eq(organisations.id, id));
  const desk = await nameDesk(administrator, {
    level,
    country: level === 'country' ? place : undefined,
    region: level === 'regional' ? (place as 'AFR') : undefined,
    organisation: slug
  });
  return { organisation: id, person, desk: desk.id };
}

async function aRequest(of: { country?: string; at?: Date; kind?: 'ad_hoc' | 'long_term' } = {}) {
  const ministry = await anOrganisation({ country: of.country ?? 'MW' });
  const asker = await aMember({ organisation: ministry });
  const space = await aSpace();
  const { id } = await startThread(
    asker,
    {
      spaceId: space.id,
      postId: newId(),
      title: 'Who has costed a school?',
      body: 'We need the method.',
      capacity: ministry,
      purpose: 'support',
      supportKind: of.kind
    },
    { at: of.at }
  );
  return { id, asker, ministry, space };
}

const steps = async (actor: Member, id: string) =>
  (await readThread(actor, id)).support!.steps.map(({ level, why, organisation }) => [
    level,
    why,
    organisation?.id ?? null
  ]);

test('a request goes to the desk of its country, else of its region, else to headquarters, and each step says why', async () => {
  const [region, top] = [await aDesk('regional', 'AFR'), await aDesk('headquarters')];
  const country = await aDesk('country', 'MW');
  const one = await aRequest();
  expect(await steps(one.asker, one.id)).toEqual([['country', 'opened', country.organisation]]);
  const two = await aRequest({ country: 'SN' });
  expect(await steps(two.asker, two.id)).toEqual([
    ['country', 'opened', null],
    ['regional', 'no-desk', region.organisation]
  ]);
  const three = await aRequest({ country: 'PE' });
  expect(await steps(three.asker, three.id)).toEqual([
    ['country', 'opened', null],
    ['regional', 'no-desk', null],
    ['headquarters', 'no-desk', top.organisation]
  ]);
  expect((await readThread(three.asker, three.id)).support?.dueAt).toBeNull();
});

test('only a ministry asks for support, and only where its desk can read it', async () => {
  const union = await anOrganisation({ kind: 'professional_association' });
  const nurse = await aMember({ organisation: union });
  const space = await aSpace();
  const begin = (spaceId: string, capacity: string, actor = nurse) =>
    startThread(actor, {
      spaceId,
      postId: newId(),
      title: 'Help',
      body: 'Please.',
      capacity,
      purpose: 'support'
    });
  await expect(begin(space.id, union)).rejects.toMatchObject({ reason: 'needs-ministry' });
  await expect(begin(space.id, 'personal')).rejects.toMatchObject({ reason: 'needs-ministry' });
  const hidden = await aSpace({ visibility: 'restricted' });
  const ministry = await anOrganisation();
  const official = await aMember({ organisation: ministry, administrator: true });
  await expect(begin(hidden.id, ministry, official)).rejects.toMatchObject({ reason: 'support-hidden' });
});

test('the desk that has it sends it on with a reason, nobody else does, and headquarters is the end of the way', async () => {
  const [country, region, top] = [
    await aDesk('country', 'MW'),
    await aDesk('regional', 'AFR'),
    await aDesk('headquarters')
  ];
  const { id, asker } = await aRequest();
  const on = { threadId: id, reason: 'Not known here' };
  await expect(escalateRequest(asker, on)).rejects.toMatchObject({ reason: 'not-the-desk' });
  await expect(escalateRequest(region.person, on)).rejects.toMatchObject({ reason: 'not-the-desk' });
  await escalateRequest(country.person, on);
  await expect(escalateRequest(country.person, on)).rejects.toMatchObject({ reason: 'not-the-desk' });
  await escalateRequest(region.person, on);
  await expect(escalateRequest(top.person, on)).rejects.toMatchObject({ reason: 'top-level' });
  const { support } = await readThread(asker, id);
  expect(support?.steps.map(({ why, by, reason }) => [why, by, reason])).toEqual([
    ['opened', asker.name, null],
    ['by-hand', country.person.name, 'Not known here'],
    ['by-hand', region.person.name, 'Not known here']
  ]);
});

test('the first reply for a desk answers it and stops the clock; one of the ministry, or in a personal capacity, does not', async () => {
  const { organisation, person } = await aDesk('country', 'MW');
  await aDesk('headquarters');
  const { id, asker, ministry } = await aRequest({ at: new Date(Date.now() - 3 * day) });
  await postReply(asker, aReply(id, { capacity: ministry }));
  await postReply(person, aReply(id));
  expect((await readThread(asker, id)).support?.answered).toBeNull();
  await postReply(person, aReply(id, { capacity: organisation }));
  const { support } = await readThread(asker, id);
  expect(support).toMatchObject({ answered: { number: 4 }, dueAt: null });
  await expect(escalateRequest(person, { threadId: id, reason: 'Late' })).rejects.toMatchObject({
    reason: 'already-answered'
  });
});

test('what no desk answered in its time goes one level up, once, also when the process was down meanwhile', async () => {
  await aDesk('country', 'MW');
  const { organisation } = await aDesk('regional', 'AFR');
  const now = new Date(Date.now() + 4000 * day);
  await escalateOverdue(now);
  const began = new Date(now.getTime() - 30 * day);
  const quick = await aRequest({ at: began });
  const slow = await aRequest({ at: new Date(now.getTime() - 10 * day), kind: 'long_term' });
  const closed = await aRequest({ at: began });
  await closeThread(closed.asker, { threadId: closed.id, reason: null });
  expect(await escalateOverdue(now)).toBe(1);
  expect(await steps(quick.asker, quick.id)).toEqual([
    ['country', 'opened', expect.any(String)],
    ['regional', 'overdue', organisation]
  ]);
  expect(await steps(slow.asker, slow.id)).toHaveLength(1);
  expect(await steps(closed.asker, closed.id)).toHaveLength(1);
  const [row] = await db.select().from(supportRequests).where(eq(supportRequests.threadId, quick.id));
  expect(row.dueAt).toEqual(new Date(now.getTime() + deskDays.ad_hoc * day));
  expect(await escalateOverdue(now)).toBe(0);
});

test('a request is in the list of the desk that has it, of who asked, and of administrators, and of nobody else', async () => {
  const { person } = await aDesk('country', 'MW');
  const { id, asker } = await aRequest();
  const stranger = await aMember({ organisation: await anOrganisation() });
  const listed = async (actor: Member) => (await listRequests(actor)).find((one) => one.id === id);
  expect(await listed(person)).toMatchObject({ mine: true, country: 'MW' });
  expect(await listed(asker)).toMatchObject({ mine: false });
  expect(await listed(administrator)).toBeDefined();
  expect(await listed(stranger)).toBeUndefined();
  await expect(listRequests({ kind: 'guest' })).rejects.toMatchObject({ code: 'not-signed-in' });
});

test('desks are named and ended by administrators only, with a place where the level has one', async () => {
  const { desk, person } = await aDesk('country', 'MW');
  await expect(listDesks(person)).rejects.toMatchObject({ code: 'not-allowed' });
  await expect(nameDesk(person, { level: 'headquarters', organisation: 'any' })).rejects.toMatchObject({
    code: 'not-allowed'
  });
  await expect(nameDesk(administrator, { level: 'regional', organisation: 'any' })).rejects.toMatchObject({
    reason: 'desk-place'
  });
  await expect(
    nameDesk(administrator, { level: 'headquarters', organisation: 'none-such' })
  ).rejects.toMatchObject({ reason: 'desk-unknown' });
  expect((await listDesks(administrator)).map(({ id }) => id)).toEqual([desk]);
  await endDesk(administrator, { id: desk });
  expect(await listDesks(administrator)).toEqual([]);
});
