import { expect, test } from 'vitest';
import type { Member } from '#features/people/people.ts';
import type { RoomChanged } from '#features/sessions/parts.ts';
import { closeSession } from '#features/records/server/close-session.ts';
import { readRecord } from '#features/records/server/read-record.ts';
import { rebuildRecord } from '#features/records/server/rebuild-record.ts';
import { registerForSession } from '#features/registration/server/register-for-session.ts';
import { openItem } from '#features/sessions/server/open-item.ts';
import { readAgenda } from '#features/sessions/server/read-agenda.ts';
import { sessionKeeper } from '#features/sessions/server/room.ts';
import { aDelegate, aSession } from '#features/sessions/server/test-world.ts';
import { newId } from '#lib/id.ts';
import { db } from '#lib/server/db.ts';
import type { NewOutcome } from '../inputs.ts';
import { endRapporteur } from './end-rapporteur.ts';
import { nameRapporteur } from './name-rapporteur.ts';
import { readOutcomes } from './read-outcomes.ts';
import { readRapporteurs } from './read-rapporteurs.ts';
import { recordOutcome } from './record-outcome.ts';
import { reviseOutcome } from './revise-outcome.ts';
import { withdrawOutcome } from './withdraw-outcome.ts';

const ahead = '2099-06-30';

async function aRoom() {
  const world = await aSession({ live: true });
  const rapporteur = await aDelegate('SN');
  await registerForSession(rapporteur, { session: world.id, capacity: rapporteur.actingAs });
  await nameRapporteur(world.chair, { session: world.id, person: rapporteur.personId });
  const record = (who: Member, more: Partial<NewOutcome> = {}) =>
    recordOutcome(who, {
      session: world.id,
      id: newId(),
      kind: 'decision',
      text: 'Prices are published each quarter.',
      lang: 'en',
      capacity: who.actingAs,
      ...more
    });
  return { ...world, rapporteur, record };
}

test('a rapporteur records decisions and actions under the item that is open; each kind has its own numbers', async () => {
  const { id, chair, rapporteur, record } = await aRoom();
  const items = await readAgenda(db, id);
  await openItem(chair, { session: id, item: items[1].id });
  await record(rapporteur);
  await record(rapporteur, { kind: 'action', who: 'country:ML', by: ahead, item: items[0].id });
  await record(chair, { text: 'Nous publions les délais de paiement et les prix.' });
  expect(await readOutcomes(db, id)).toMatchObject([
    { kind: 'decision', number: 1, itemPosition: 2, act: { country: 'SN' }, who: null },
    { kind: 'action', number: 1, itemPosition: 1, who: { kind: 'country', code: 'ML' }, by: ahead },
    { kind: 'decision', number: 2, lang: 'fr' }
  ]);
});

test('whoever is not a rapporteur and does not lead records nothing, nor revises, nor withdraws', async () => {
  const { id, rapporteur, record } = await aRoom();
  const other = await aDelegate('ML');
  const refused = { code: 'not-allowed', reason: 'not-the-rapporteur' };
  await expect(record(other)).rejects.toMatchObject(refused);
  const outcome = newId();
  await record(rapporteur, { id: outcome });
  await expect(
    reviseOutcome(other, { session: id, id: outcome, seen: 0, text: 'No', lang: 'en', capacity: 'personal' })
  ).rejects.toMatchObject(refused);
  await expect(withdrawOutcome(other, { session: id, outcome, seen: 0 })).rejects.toMatchObject(refused);
  expect(await readOutcomes(db, id)).toMatchObject([{ earlier: [], withdrawnAt: null }]);
});

test('a rapporteur whose role was ended records no more; what they recorded stays', async () => {
  const { id, chair, rapporteur, record } = await aRoom();
  await record(rapporteur);
  await endRapporteur(chair, { session: id, person: rapporteur.personId });
  await expect(record(rapporteur)).rejects.toMatchObject({ reason: 'not-the-rapporteur' });
  expect(await readOutcomes(db, id)).toHaveLength(1);
});

test('a rapporteur who sends a decision twice, because the answer was lost, records it once; nobody takes its id', async () => {
  const { id, rapporteur, chair, record } = await aRoom();
  const outcome = newId();
  expect(
    await Promise.all([record(rapporteur, { id: outcome }), record(rapporteur, { id: outcome })])
  ).toEqual([{ number: 1 }, { number: 1 }]);
  await expect(record(chair, { id: outcome })).rejects.toMatchObject({ code: 'conflict' });
  expect(await readOutcomes(db, id)).toHaveLength(1);
});

test('ten decisions recorded at once get ten numbers without a hole', async () => {
  const { id, rapporteur, chair, record } = await aRoom();
  await Promise.all(Array.from({ length: 10 }, (_, index) => record(index % 2 ? chair : rapporteur)));
  expect((await readOutcomes(db, id)).map(({ number }) => number).sort((a, b) => a - b)).toEqual([
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10
  ]);
});

test('an action without anyone to do it, without a day, or due before the session is refused', async () => {
  const { record, rapporteur } = await aRoom();
  const action = { kind: 'action' as const, who: 'country:SN', by: ahead };
  const reason = async (more: Partial<NewOutcome>) =>
    record(rapporteur, { ...action, ...more }).catch(({ reason }) => reason as string);
  expect(await reason({ who: undefined })).toBe('who-missing');
  expect(await reason({ who: 'country:ZZ' })).toBe('who-unknown');
  expect(await reason({ who: `organisation:${newId()}` })).toBe('who-unknown');
  expect(await reason({ by: undefined })).toBe('date-missing');
  expect(await reason({ by: '2001-01-01' })).toBe('date-past');
  expect(await reason({ who: undefined, whoName: 'Groupe de travail' })).toEqual({ number: 1 });
});

test('what a decision said before it was revised stays beside it; of two who revise at once the second is told', async () => {
  const { id, rapporteur, chair, record } = await aRoom();
  const outcome = newId();
  await record(rapporteur, { id: outcome });
  const revise = (who: Member, text: string) =>
    reviseOutcome(who, { session: id, id: outcome, seen: 0, text, lang: 'en', capacity: who.actingAs });
  const said = await Promise.allSettled([revise(rapporteur, 'Twice a year.'), revise(chair, 'Monthly.')]);
  expect(said.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(said.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'conflict', reason: 'outcome-changed' }
  });
  const [{ text, earlier }] = await readOutcomes(db, id);
  expect(['Twice a year.', 'Monthly.']).toContain(text);
  expect(earlier).toMatchObject([{ text: 'Prices are published each quarter.' }]);
});

test('who was away gets the outcomes that changed since, each once', async () => {
  const { id, rapporteur, record } = await aRoom();
  const [kept, taken] = [newId(), newId()];
  await record(rapporteur, { id: kept });
  await record(rapporteur, { id: taken });
  const { seq } = await sessionKeeper.since(rapporteur, id, null);
  await withdrawOutcome(rapporteur, { session: id, outcome: taken, seen: 0, reason: 'Said twice' });
  await withdrawOutcome(rapporteur, { session: id, outcome: taken, seen: 0 });
  const missed = await sessionKeeper.since(rapporteur, id, seq);
  expect(missed.seq).toBe(seq + 1);
  expect((missed.events[0].payload as RoomChanged).deltas.outcomes).toMatchObject([
    { id: taken, reason: 'Said twice' }
  ]);
});

test('the record holds the outcomes, the withdrawn one as withdrawn, and who kept the minutes; building it again gives the same bytes', async () => {
  const { id, chair, rapporteur, record } = await aRoom();
  const outcome = newId();
  await record(rapporteur, { id: outcome });
  await record(rapporteur, { kind: 'recommendation', text: 'That ministries pay within 60 days.' });
  await withdrawOutcome(chair, { session: id, outcome, seen: 0, reason: 'No quorum' });
  await closeSession(chair, { session: id });
  const { record: kept } = await readRecord(rapporteur, id);
  expect(kept.outcomes).toMatchObject({
    decisions: [{ number: 1, reason: 'No quorum', withdrawnAt: expect.any(String) }],
    actions: [],
    recommendations: [{ number: 1, text: 'That ministries pay within 60 days.' }]
  });
  expect(kept.outcomes!.recommendations[0]).not.toHaveProperty('withdrawnAt');
  expect(kept.minutes).toMatchObject({ rapporteurs: [{ country: 'SN' }] });
  expect((await rebuildRecord(id)).same).toBe(true);
  await expect(record(rapporteur)).rejects.toMatchObject({ reason: 'session-closed' });
});

test('the record of a session that came to nothing says nothing of outcomes', async () => {
  const { id, chair } = await aSession({ live: true });
  await closeSession(chair, { session: id });
  const { record } = await readRecord(chair, id);
  expect(record).not.toHaveProperty('outcomes');
  expect(record).not.toHaveProperty('minutes');
});

test('the chair names as rapporteur who registered or is here, once, and nobody else', async () => {
  const { id, chair, rapporteur } = await aRoom();
  await nameRapporteur(chair, { session: id, person: rapporteur.personId });
  await nameRapporteur(chair, { session: id, person: chair.personId });
  expect((await readRapporteurs(db, id)).map(({ personId }) => personId)).toEqual([
    rapporteur.personId,
    chair.personId
  ]);
  const stranger = await aDelegate('GW');
  await expect(nameRapporteur(chair, { session: id, person: stranger.personId })).rejects.toMatchObject({
    reason: 'rapporteur-unknown'
  });
  await expect(nameRapporteur(rapporteur, { session: id, person: chair.personId })).rejects.toMatchObject({
    reason: 'not-the-chair'
  });
});
