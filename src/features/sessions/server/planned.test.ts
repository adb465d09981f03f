import { expect, test } from 'vitest';
import { guest } from '#features/people/people.ts';
import { joinSpace, anOrganisation } from '#tests/world.ts';
import { planningKey, type Chain, type Planning } from '../planning.ts';
import { agendaKey, type AgendaState } from '../sessions.ts';
import { addDocument, markDocumentReady, removeDocument } from './change-documents.ts';
import { decideItemProposal } from './decide-item-proposal.ts';
import { listSessions } from './list-sessions.ts';
import { proposeItem } from './propose-item.ts';
import { readRoom } from './read-room.ts';
import { readSeries } from './read-series.ts';
import { readSession } from './read-session.ts';
import { scheduleSession } from './schedule-session.ts';
import { aDelegate, aSession, type SessionWorld } from './test-world.ts';

const roomOf = async (id: string) => {
  const { room, own } = await readRoom(guest, id);
  return {
    planning: room.wholes[planningKey.name] as Planning,
    items: (room.wholes[agendaKey.name] as AgendaState).items,
    chain: own[planningKey.name] as Chain
  };
};
const another = (world: SessionWorld, of: Partial<Parameters<typeof scheduleSession>[1]>) =>
  scheduleSession(world.chair, {
    forum: world.space.slug,
    title: 'Side event',
    lang: 'en',
    kind: 'side_event',
    timezone: 'Africa/Dakar',
    audience: 'space',
    startsAt: new Date('2031-03-12T14:00:00Z'),
    endsAt: new Date('2031-03-12T15:00:00Z'),
    countries: [],
    agenda: [],
    capacity: 'personal',
    ...of
  });

test('a participant proposes an item, everybody sees it, and the chair takes it onto the agenda once', async () => {
  const { id, space, chair } = await aSession();
  const senegal = await aDelegate('SN');
  await joinSpace(senegal, space.id);
  const item = { session: id, title: 'Stock-outs', minutes: 15, capacity: senegal.actingAs };
  await proposeItem(senegal, item);
  const { planning, items: before } = await roomOf(id);
  expect(planning.proposals).toMatchObject([{ title: 'Stock-outs', minutes: 15, by: { country: 'SN' } }]);
  const choice = { session: id, proposal: planning.proposals[0].id, answer: 'accepted' as const };
  await expect(decideItemProposal(senegal, choice)).rejects.toMatchObject({ reason: 'not-an-organiser' });
  const answers = await Promise.allSettled([1, 2].map(() => decideItemProposal(chair, choice)));
  expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const { planning: after, items } = await roomOf(id);
  expect(after.proposals).toEqual([]);
  expect(items).toHaveLength(before.length + 1);
  expect(items.at(-1)).toMatchObject({ title: 'Stock-outs', minutes: 15, position: before.length + 1 });
});

test('a declined item is not on the agenda, and nobody floods the organisers', async () => {
  const { id, space, chair } = await aSession();
  const senegal = await aDelegate('SN');
  const stranger = await aDelegate('PT');
  await joinSpace(senegal, space.id);
  await joinSpace(stranger, space.id, 'observer');
  const item = { session: id, title: 'More', minutes: 5, capacity: 'personal' };
  for (let n = 0; n < 5; n += 1) await proposeItem(senegal, item);
  await expect(proposeItem(senegal, item)).rejects.toMatchObject({ reason: 'too-many-item-proposals' });
  await expect(proposeItem(stranger, item)).rejects.toMatchObject({ code: 'not-allowed' });
  const { planning, items } = await roomOf(id);
  await decideItemProposal(chair, {
    session: id,
    proposal: planning.proposals[0].id,
    answer: 'declined'
  });
  const after = await roomOf(id);
  expect([after.planning.proposals.length, after.items.length]).toEqual([4, items.length]);
});

test('organisers see which papers are missing until each has an address', async () => {
  const { id, chair } = await aSession();
  const { items } = await roomOf(id);
  const paper = { session: id, capacity: 'personal' };
  await addDocument(chair, { ...paper, item: items[1].id, title: 'Options', owner: 'Mali' });
  await addDocument(chair, { ...paper, title: 'Notes', href: 'https://example.org/n.pdf' });
  const { planning } = await roomOf(id);
  const [options, notes] = planning.documents;
  expect(options).toMatchObject({ item: items[1].id, href: null, owner: 'Mali' });
  await markDocumentReady(chair, { session: id, document: options.id, href: '/briefs/options' });
  await removeDocument(chair, { session: id, document: notes.id });
  const { documents } = (await roomOf(id)).planning;
  expect(documents).toMatchObject([{ title: 'Options', href: '/briefs/options' }]);
  await expect(
    markDocumentReady(chair, { session: id, document: notes.id, href: '/briefs/x' })
  ).rejects.toMatchObject({ reason: 'document-gone' });
  const stranger = await aDelegate('SN');
  await expect(addDocument(stranger, { ...paper, title: 'Mine' })).rejects.toMatchObject({
    reason: 'not-an-organiser'
  });
});

test('a paper belongs to an item of its own session', async () => {
  const { id, chair } = await aSession();
  const other = await roomOf((await aSession()).id);
  await expect(
    addDocument(chair, { session: id, item: other.items[0].id, title: 'Lost', capacity: 'personal' })
  ).rejects.toMatchObject({ reason: 'item-unknown' });
});

test('a side event leads to its conference and back, and a series to its sessions', async () => {
  const world = await aSession();
  const organisation = await anOrganisation({ name: 'A co-organiser' });
  const side = await another(world, {
    parent: world.id,
    newSeries: 'Annual dialogue',
    coOrganisers: [organisation]
  });
  const { chain } = await roomOf(side.id);
  expect(chain).toMatchObject({ parent: { id: world.id }, series: { title: 'Annual dialogue' } });
  expect((await roomOf(world.id)).chain.children).toMatchObject([{ id: side.id }]);
  expect((await readSession(guest, side.id)).session.coOrganisers).toMatchObject([{ id: organisation }]);
  const next = await another(world, { title: 'Next year', series: chain.series!.id, audience: 'members' });
  const { space } = await readSeries(guest, chain.series!.id);
  const seen = async (actor: Parameters<typeof listSessions>[0]) =>
    (await listSessions(actor, { spaceId: space.id, seriesId: chain.series!.id })).coming.map(({ id }) => id);
  expect(await seen(guest)).toEqual([side.id]);
  expect(await seen(world.chair)).toEqual([side.id, next.id]);
});

test('a session belongs to events and series of its own forum only', async () => {
  const world = await aSession();
  const elsewhere = await aSession();
  await expect(another(world, { parent: elsewhere.id })).rejects.toMatchObject({ reason: 'parent-unknown' });
  const other = await another(elsewhere, { newSeries: 'Theirs' });
  const { chain } = await roomOf(other.id);
  await expect(another(world, { series: chain.series!.id })).rejects.toMatchObject({
    reason: 'series-unknown'
  });
});
