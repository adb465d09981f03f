import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { guest } from '#features/people/people.ts';
import { organisations } from '#features/people/server/tables.ts';
import { newId } from '#lib/id.ts';
import { db } from '#lib/server/db.ts';
import { aMember, anOrganisation, aSpace, joinSpace } from '#tests/world.ts';
import { briefTypes, textField } from '../briefs.ts';
import { countWords, outlineOf, plainText } from '../words.ts';
import { grantRole } from './grant-role.ts';
import { briefKeeper } from './keeper.ts';
import { listBriefs } from './list-briefs.ts';
import { listGrants } from './list-grants.ts';
import { nameVersion } from './name-version.ts';
import { publishBrief } from './publish-brief.ts';
import { readBrief } from './read-brief.ts';
import { readPublication } from './read-publication.ts';
import { readVersion } from './read-version.ts';
import { revokeRole } from './revoke-role.ts';
import { startBrief } from './start-brief.ts';

const start = {
  type: 'joint_statement',
  title: 'Every worker safe',
  lang: 'en',
  capacity: 'personal'
} as const;

test.each(briefTypes)('a %s starts with the sections of its type, in French and in English', async (type) => {
  const space = await aSpace();
  const author = await aMember();
  const outlines = [];
  for (const lang of ['fr', 'en'] as const) {
    const { id } = await startBrief(author, { ...start, forum: space.slug, type, lang });
    const { text, generation } = await readBrief(author, id);
    expect(generation).toHaveLength(36);
    outlines.push(outlineOf(text).map(({ text: heading }) => heading));
  }
  expect(outlines[0].length).toBe(outlines[1].length);
  expect(outlines[0].length).toBeGreaterThanOrEqual(3);
});

test('who may not read the forum does not find its brief, in the list either', async () => {
  const space = await aSpace({ visibility: 'restricted' });
  const author = await aMember();
  await joinSpace(author, space.id);
  const { id } = await startBrief(author, { ...start, forum: space.slug });
  for (const stranger of [guest, await aMember()]) {
    await expect(readBrief(stranger, id)).rejects.toMatchObject({ code: 'not-found' });
    await expect(readPublication(stranger, id, 1)).rejects.toMatchObject({ code: 'not-found' });
    expect((await listBriefs(stranger)).map((brief) => brief.id)).not.toContain(id);
  }
  await expect(readBrief(author, 'not-an-id')).rejects.toMatchObject({ code: 'not-found' });
  expect((await listBriefs(author, { forum: space.slug })).map((brief) => brief.id)).toEqual([id]);
});

test('a grant to an organisation opens the brief to its delegates, and its end closes it', async () => {
  const space = await aSpace({ visibility: 'restricted' });
  const author = await aMember();
  await joinSpace(author, space.id);
  const { id } = await startBrief(author, { ...start, forum: space.slug });
  const ministry = await anOrganisation({ name: 'Ministry of Health' });
  const delegate = await aMember({ organisation: ministry });
  const { id: grant } = await grantRole(author, id, {
    subjectKind: 'organisation',
    subject: ministry,
    role: 'edit'
  });
  expect((await readBrief(delegate, id)).role).toBe('edit');
  expect((await listBriefs(delegate)).map((brief) => brief.id)).toContain(id);
  expect((await listGrants(author, id)).grants).toMatchObject([
    { role: 'edit', names: { en: 'Ministry of Health' } }
  ]);
  // Who may edit does not say who else may.
  await expect(
    grantRole(delegate, id, { subjectKind: 'organisation', subject: ministry, role: 'edit' })
  ).rejects.toMatchObject({ code: 'not-allowed' });
  await expect(listGrants(delegate, id)).rejects.toMatchObject({ code: 'not-allowed' });
  await revokeRole(author, id, { grant });
  await expect(readBrief(delegate, id)).rejects.toMatchObject({ code: 'not-found' });
});

test('an unknown person is a clear answer, and a new grant takes the place of the old one', async () => {
  const space = await aSpace();
  const author = await aMember();
  const { id } = await startBrief(author, { ...start, forum: space.slug });
  for (const subject of ['nobody@test.palabre.example', ''])
    await expect(
      grantRole(author, id, { subjectKind: 'person', subject, role: 'edit' })
    ).rejects.toMatchObject({ reason: 'unknown-subject', field: 'subject' });
  await expect(
    grantRole(author, id, { subjectKind: 'organisation', subject: newId(), role: 'edit' })
  ).rejects.toMatchObject({ reason: 'unknown-subject' });
  const ministry = await anOrganisation();
  await grantRole(author, id, { subjectKind: 'organisation', subject: ministry, role: 'edit' });
  await grantRole(author, id, { subjectKind: 'organisation', subject: ministry, role: 'read' });
  expect((await listGrants(author, id)).grants.map(({ role }) => role)).toEqual(['read']);
});

test('an observer of the forum reads its briefs and starts none', async () => {
  const space = await aSpace();
  const observer = await aMember();
  await joinSpace(observer, space.id, 'observer');
  await expect(startBrief(observer, { ...start, forum: space.slug })).rejects.toMatchObject({
    code: 'not-allowed'
  });
  const { id } = await startBrief(await aMember(), { ...start, forum: space.slug });
  expect((await readBrief(observer, id)).role).toBe('read');
  await expect(nameVersion(observer, id, { name: 'Mine', capacity: 'personal' })).rejects.toMatchObject({
    code: 'not-allowed'
  });
});

test('what was published stays as it was, with those who wrote it as they were named then', async () => {
  const ministry = await anOrganisation({ name: 'Ministry of Health' });
  const space = await aSpace();
  const author = await aMember({ organisation: ministry });
  const { id } = await startBrief(author, { ...start, forum: space.slug, capacity: ministry });
  await expect(publishBrief(await aMember(), id, { capacity: 'personal' })).rejects.toMatchObject({
    code: 'not-allowed'
  });
  expect(await publishBrief(author, id, { capacity: ministry })).toEqual({ number: 1 });
  const first = await readPublication(guest, id, 1);

  await db
    .update(organisations)
    .set({ names: { en: 'Renamed' } })
    .where(eq(organisations.id, ministry));
  await write(id, 'A later thought');
  expect(await publishBrief(author, id, { capacity: 'personal' })).toEqual({ number: 2 });
  const again = await readPublication(guest, id, 1);
  expect({ ...again, latest: 1 }).toEqual(first);
  expect(again.latest).toBe(2);
  expect(again.organisations).toMatchObject([{ names: { en: 'Ministry of Health' } }]);
  expect((await readPublication(guest, id, 2)).sha256).not.toBe(first.sha256);
  await expect(readPublication(guest, id, 3)).rejects.toMatchObject({ code: 'not-found' });
});

test('a named version keeps the text of its moment', async () => {
  const space = await aSpace();
  const author = await aMember();
  const { id } = await startBrief(author, { ...start, forum: space.slug });
  const version = await nameVersion(author, id, { name: 'Before the meeting', capacity: 'personal' });
  await write(id, 'A later thought');
  expect(plainText((await readVersion(author, id, version.id)).text)).not.toContain('A later thought');
  expect(plainText((await readBrief(author, id)).text)).toContain('A later thought');
  expect((await readBrief(author, id)).versions).toMatchObject([
    { name: 'Before the meeting', act: { personId: author.personId } }
  ]);
});

test('words are counted as they are spoken, in every script, headings apart', () => {
  const text = (words: string) => ({
    type: 'doc',
    content: [
      { type: 'heading', content: [{ type: 'text', text: 'Not spoken' }] },
      { type: 'paragraph', content: [{ type: 'text', text: words }] }
    ]
  });
  expect(countWords(text('L’équité d’abord, sans détour.'), 'fr')).toBeGreaterThanOrEqual(4);
  expect(countWords(text('Every patient, every worker: safe.'), 'en')).toBe(5);
  expect(countWords(text('الصحة للجميع'), 'ar')).toBe(2);
});

async function write(id: string, words: string): Promise<void> {
  const kept = await briefKeeper.load(id);
  const doc = new Y.Doc();
  const node = new Y.XmlElement('paragraph');
  node.insert(0, [new Y.XmlText(words)]);
  for (const { update } of kept.updates) Y.applyUpdate(doc, update);
  const before = Y.encodeStateVector(doc);
  doc.getXmlFragment(textField).push([node]);
  await briefKeeper.append([
    { id, seq: kept.updates.at(-1)!.seq + 1, update: Y.encodeStateAsUpdate(doc, before), authors: [] }
  ]);
}
