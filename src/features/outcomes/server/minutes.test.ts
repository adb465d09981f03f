import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TextNode } from '#features/briefs/briefs.ts';
import { textField } from '#features/briefs/briefs.ts';
import { findBrief } from '#features/briefs/server/find-brief.ts';
import { grantRole } from '#features/briefs/server/grant-role.ts';
import { briefKeeper } from '#features/briefs/server/keeper.ts';
import { listBriefs } from '#features/briefs/server/list-briefs.ts';
import { publishBrief } from '#features/briefs/server/publish-brief.ts';
import { readPublication } from '#features/briefs/server/read-publication.ts';
import { readText } from '#features/briefs/server/read-text.ts';
import { plainText } from '#features/briefs/words.ts';
import { guest } from '#features/people/people.ts';
import { closeSession } from '#features/records/server/close-session.ts';
import { readRecord } from '#features/records/server/read-record.ts';
import { rebuildRecord } from '#features/records/server/rebuild-record.ts';
import { registerForSession } from '#features/registration/server/register-for-session.ts';
import { openSession } from '#features/sessions/server/open-session.ts';
import { readRoom } from '#features/sessions/server/read-room.ts';
import { aDelegate, aSession } from '#features/sessions/server/test-world.ts';
import { db } from '#lib/server/db.ts';
import { Editor, openDesk, until, xml, type Desk } from '#tests/yjs/desk.ts';
import { startSignIn } from '#features/people/server/start-sign-in.ts';
import * as Y from 'yjs';
import { minutesKey, type MinutesState } from '../minutes.ts';
import { endRapporteur } from './end-rapporteur.ts';
import { nameRapporteur } from './name-rapporteur.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

async function aRoom(audience: 'space' | 'members' = 'space') {
  const world = await aSession({ live: true, audience });
  const rapporteur = await aDelegate('SN');
  await registerForSession(rapporteur, { session: world.id, capacity: rapporteur.actingAs });
  await nameRapporteur(world.chair, { session: world.id, person: rapporteur.personId });
  const { room } = await readRoom(rapporteur, world.id);
  const { brief } = room.wholes[minutesKey.name] as MinutesState;
  return { ...world, rapporteur, brief: brief!.id };
}

function write(editor: Editor, words: string): void {
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(words)]);
  editor.doc.getXmlFragment(textField).push([paragraph]);
}

test('minutes begin when the session opens and somebody was named, with a heading for each item of the agenda', async () => {
  const { id, chair } = await aSession({ lang: 'fr', title: 'Achats groupés' });
  const rapporteur = await aDelegate('SN');
  await registerForSession(rapporteur, { session: id, capacity: rapporteur.actingAs });
  await nameRapporteur(chair, { session: id, person: rapporteur.personId });
  const state = async () => (await readRoom(rapporteur, id)).room.wholes[minutesKey.name] as MinutesState;
  expect(await state()).toMatchObject({ rapporteurs: [{ country: 'SN' }], brief: null });
  await openSession(chair, { session: id, capacity: chair.actingAs });
  const { brief } = await state();
  expect(brief).toMatchObject({ title: 'Compte rendu\u00a0: Achats groupés', lang: 'fr' });
  expect(plainText(await readText(db, brief!.id))).toMatch(/1\. Opening[\s\S]*2\. Experiences by country/);
});

test('only rapporteurs write the minutes: not the chair, not a moderator, not a delegate, not a guest; all of them read', async () => {
  const { brief, rapporteur, chair, id } = await aRoom();
  const delegate = await aDelegate('ML');
  const roles = await Promise.all(
    [rapporteur, chair, delegate, guest].map((who) => briefKeeper.may(who, brief))
  );
  expect(roles).toEqual(['edit', 'read', 'read', 'read']);
  // Who writes is the session's to say: nobody shares the text, or publishes it, by hand.
  for (const who of [rapporteur, chair]) {
    await expect(
      grantRole(who, brief, { subjectKind: 'organisation', subject: delegate.actingAs, role: 'edit' })
    ).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(publishBrief(who, brief, { capacity: 'personal' })).rejects.toMatchObject({
      code: 'not-allowed'
    });
  }
  await endRapporteur(chair, { session: id, person: rapporteur.personId });
  expect(await briefKeeper.may(rapporteur, brief)).toBe('read');
});

test("the minutes of a members' session are nowhere for a guest", async () => {
  const { brief } = await aRoom('members');
  await expect(findBrief(guest, brief)).rejects.toMatchObject({ code: 'not-found' });
  expect((await listBriefs(guest)).some(({ id }) => id === brief)).toBe(false);
  expect(await briefKeeper.may(await aDelegate('ML'), brief)).toBe('read');
});

test('what a rapporteur types stands in every other window at once; a reader whose program is hand-made writes nothing', async () => {
  const { brief, rapporteur } = await aRoom();
  const writer = await Editor.open(desk, brief, {
    token: (await startSignIn(rapporteur.personId, null)).token
  });
  await writer.synced();
  const reader = await Editor.open(desk, brief, {});
  await reader.synced();
  write(writer, 'The price list is published in March.');
  await until(() => xml(reader.doc).includes('published in March'));
  write(reader, 'I was never here');
  await until(() => reader.closed !== undefined);
  expect(plainText(await readText(db, brief))).not.toContain('never here');
  writer.leave();
  reader.leave();
});

test('at the close the minutes are published, stand in the record with their hash, and nobody writes them any more', async () => {
  const { id, brief, rapporteur, chair } = await aRoom();
  const writer = await Editor.open(desk, brief, {
    token: (await startSignIn(rapporteur.personId, null)).token
  });
  await writer.synced();
  write(writer, 'Adopted without objection.');
  await writer.saved();
  await closeSession(chair, { session: id });
  const { record } = await readRecord(guest, id);
  const published = await readPublication(guest, brief, 1);
  expect(record.minutes).toMatchObject({ brief, number: 1, sha256: published.sha256 });
  expect(plainText(record.minutes!.text as TextNode)).toContain('Adopted without objection.');
  expect(published.organisations).toMatchObject([{ country: 'SN' }]);
  expect((await rebuildRecord(id)).same).toBe(true);
  expect(await briefKeeper.may(rapporteur, brief)).toBe('read');
  write(writer, 'And more.');
  await until(() => writer.closed !== undefined);
  expect(plainText(await readText(db, brief))).not.toContain('And more');
  expect((await rebuildRecord(id)).same).toBe(true);
  writer.leave();
});
