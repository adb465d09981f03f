import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { grantRole } from '#features/briefs/server/grant-role.ts';
import { briefKeeper } from '#features/briefs/server/keeper.ts';
import { revokeRole } from '#features/briefs/server/revoke-role.ts';
import { briefRoles } from '#features/briefs/server/tables.ts';
import { signOut } from '#features/people/server/sign-out.ts';
import { affiliations } from '#features/people/server/tables.ts';
import { announce } from '#lib/server/announce.ts';
import { db } from '#lib/server/db.ts';
import { aText, Editor, emailOf, note, openDesk, storedDoc, until, type Desk } from '#tests/yjs/desk.ts';
import { aMember, anOrganisation } from '#tests/world.ts';

let desk: Desk;
const open: Editor[] = [];
beforeAll(async () => {
  desk = await openDesk();
});
afterEach(() => {
  for (const one of open.splice(0)) one.leave();
});
afterAll(() => desk.close());

async function editorOf(id: string, token: string, query?: Record<string, string>): Promise<Editor> {
  const editor = await Editor.open(desk, id, { token, query });
  open.push(editor);
  return editor;
}

test('a revoked person is out within a second, and what they send after it does not count', async () => {
  const { id, admin } = await aText('restricted');
  const ben = await aMember();
  const { id: grant } = await grantRole(admin, id, {
    subjectKind: 'person',
    subject: await emailOf(ben.personId),
    role: 'edit'
  });
  const editor = await editorOf(id, ben.token);
  await editor.saved();
  const start = Date.now();
  await revokeRole(admin, id, { grant });
  editor.note.insert(0, 'after the end');
  await until(() => editor.closed !== undefined);
  expect(Date.now() - start).toBeLessThan(1000);
  expect(editor.closed).toEqual({ code: 4403, reason: 'access-ended' });
  expect(note(await storedDoc(id)).toString()).toBe('');
  expect(await db.select().from(briefRoles).where(eq(briefRoles.id, grant))).toMatchObject([
    { revokedBy: admin.personId }
  ]);
});

test('who signs out is out of the text at once', async () => {
  const { id, admin } = await aText();
  const editor = await editorOf(id, admin.token);
  await editor.saved();
  await signOut(admin, { everywhere: false });
  await until(() => editor.closed !== undefined, 1000);
  expect(editor.closed?.code).toBe(4401);
});

test('whose mandate ended stops writing for the ministry within a second of the announcement', async () => {
  const ministry = await anOrganisation();
  const { id, admin } = await aText();
  const awa = await aMember({ organisation: ministry });
  await grantRole(admin, id, { subjectKind: 'organisation', subject: ministry, role: 'edit' });
  const editor = await editorOf(id, awa.token, { capacity: ministry });
  await editor.saved();
  await db
    .update(affiliations)
    .set({ endsAt: new Date(Date.now() - 1) })
    .where(eq(affiliations.personId, awa.personId));
  announce({ name: 'affiliation.ended', rooms: [], payload: {} });
  await until(() => editor.closed !== undefined, 1000);
  expect(editor.closed?.code).toBe(4403);
});

test('an edit is kept in the capacity in which it was made, and nobody changes capacity under one client id', async () => {
  const ministry = await anOrganisation({ name: 'Ministry of Health', country: 'MW' });
  const { id, admin } = await aText();
  const awa = await aMember({ name: 'Awa', organisation: ministry });
  await grantRole(admin, id, { subjectKind: 'organisation', subject: ministry, role: 'edit' });
  const editor = await editorOf(id, awa.token, { capacity: ministry });
  await editor.saved();
  editor.note.insert(0, 'On behalf of the ministry');
  await editor.saved();
  const [author] = (await briefKeeper.load(id)).authors.filter(
    ({ clientId }) => clientId === editor.doc.clientID
  );
  expect(author.act).toMatchObject({
    personName: 'Awa',
    organisation: { en: 'Ministry of Health' },
    country: 'MW'
  });
  editor.provider.params = { ...editor.provider.params, capacity: 'personal' };
  editor.provider.disconnect();
  editor.note.insert(0, 'In my own name: ');
  editor.provider.connect();
  await until(() => editor.closed?.code === 4403);
  expect(editor.closed?.reason).toBe('foreign-client');
  expect(note(await storedDoc(id)).toString()).toBe('On behalf of the ministry');
});
