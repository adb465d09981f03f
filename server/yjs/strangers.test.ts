import { setTimeout as wait } from 'node:timers/promises';
import * as encoding from 'lib0/encoding';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { grantRole } from '#features/briefs/server/grant-role.ts';
import { textField } from '#features/briefs/briefs.ts';
import { newId } from '#lib/id.ts';
import {
  aText,
  Editor,
  emailOf,
  framed,
  note,
  openDesk,
  storedDoc,
  Stranger,
  until,
  xml,
  type Desk
} from '#tests/yjs/desk.ts';
import { aMember, anOrganisation } from '#tests/world.ts';
import { bounds } from './bounds.ts';

let desk: Desk;
const open: { leave(): void }[] = [];
beforeAll(async () => {
  desk = await openDesk();
});
afterEach(() => {
  for (const one of open.splice(0)) one.leave();
});
afterAll(() => desk.close());

const kept = <T extends { leave(): void }>(one: T): T => {
  open.push(one);
  return one;
};
const editorOf = async (id: string, token?: string, query?: Record<string, string>) =>
  kept(await Editor.open(desk, id, { token, query }));
const strangerOf = async (id: string, seat: Parameters<typeof Stranger.open>[2] = {}) =>
  kept(await Stranger.open(desk, id, seat));

/** An update that writes `words` into a document as a hand-made client would. */
function forged(words: string, clientId?: number): Uint8Array {
  const doc = new Y.Doc();
  if (clientId !== undefined) doc.clientID = clientId;
  note(doc).insert(0, words);
  return Y.encodeStateAsUpdate(doc);
}

test.each([
  ['as an update', 2],
  ['as a sync step', 1]
])('a reader with a hand-made client changes nothing, %s', async (_, part) => {
  const { id, before } = await aText();
  const reader = await strangerOf(id, { token: (await aMember()).token });
  await reader.in();
  reader.say(0, part, forged('I was here'));
  expect(await reader.ended).toMatchObject({ code: 4403, reason: 'read-only' });
  await wait(50);
  const stored = await storedDoc(id);
  expect([xml(stored), note(stored).toString()]).toEqual([before, '']);
});

test('a reader who sends deletions of everything takes nothing away', async () => {
  const { id, before } = await aText();
  const reader = await editorOf(id, (await aMember()).token);
  await reader.synced();
  const text = reader.doc.getXmlFragment(textField);
  text.delete(0, text.length);
  await wait(80);
  expect(xml(await storedDoc(id))).toBe(before);
  const other = await editorOf(id);
  await other.synced();
  expect(xml(other.doc)).toBe(before);
});

test('a guest reads a public text, live, and cannot write it', async () => {
  const { id, admin } = await aText();
  const [guest, author] = [await editorOf(id), await editorOf(id, admin.token)];
  await Promise.all([guest.synced(), author.saved()]);
  author.note.insert(0, 'For everyone');
  await until(() => note(guest.doc).toString() === 'For everyone');
  guest.note.insert(0, 'Not by me: ');
  await until(() => guest.closed?.code === 4403);
  expect(note(await storedDoc(id)).toString()).toBe('For everyone');
});

test('without a cookie a members’ text asks to sign in, and an unknown one answers alike', async () => {
  const { id } = await aText('members');
  const guests = [
    await strangerOf(id),
    await strangerOf(id, { token: 'x'.repeat(43) }),
    await strangerOf(newId())
  ];
  for (const guest of guests) expect(await guest.ended).toEqual({ code: 4401, reason: 'not-signed-in' });
});

test('a member who does not belong to a restricted forum does not find its text', async () => {
  const { id } = await aText('restricted');
  const { token } = await aMember();
  for (const seat of [id, newId(), 'not-an-id'])
    expect((await (await strangerOf(seat, { token })).ended).code).toBe(4404);
  expect((await (await strangerOf(id, { token, path: `/yjs/__proto__/${id}` })).ended).code).toBe(4404);
  expect((await (await strangerOf(id, { token, path: `/yjs/brief/${id}/more` })).ended).code).toBe(4404);
});

test('a page of another site cannot open a text with our reader’s cookie', async () => {
  const { id, admin } = await aText();
  const foreign = await strangerOf(id, { token: admin.token, origin: 'https://elsewhere.example' });
  expect(await foreign.ended).toMatchObject({ status: 403 });
});

test('an out-of-date editor is refused before it can touch the text', async () => {
  const { id, admin, before } = await aText();
  for (const schema of ['0', '', 'x', '2']) {
    const old = await editorOf(id, admin.token, { schema });
    old.note.insert(0, 'old');
    await until(() => old.closed !== undefined);
    expect(old.closed).toEqual({ code: 4409, reason: 'outdated-editor' });
  }
  const another = await strangerOf(id, { token: admin.token, query: { generation: newId() } });
  expect(await another.ended).toMatchObject({ code: 4409, reason: 'another-generation' });
  expect(xml(await storedDoc(id))).toBe(before);
});

test('whoever acts for an organisation without its mandate is told so', async () => {
  const { id, admin } = await aText();
  const socket = await strangerOf(id, { token: admin.token, query: { capacity: await anOrganisation() } });
  expect(await socket.ended).toMatchObject({ code: 4403, reason: 'no-mandate' });
});

test('malformed, truncated, unknown, text and oversized messages end the socket and leave the text unharmed', async () => {
  const { id, admin, before } = await aText();
  const good = framed(0, 2, forged('good'));
  const bad: [Uint8Array | string, number][] = [
    [new Uint8Array(), 4400],
    [new Uint8Array([255, 255, 255]), 4400],
    [framed(77), 4400],
    [framed(2, new Uint8Array([1])), 4400],
    [framed(0, 9, new Uint8Array([0])), 4400],
    [good.subarray(0, good.length - 3), 4400],
    [new Uint8Array([...good, 1]), 4400],
    [framed(0, 0, new Uint8Array([200, 1])), 4400],
    [framed(0, 2, new Uint8Array([255, 255, 255, 255, 15, 1, 2, 3])), 4400],
    [framed(1, new Uint8Array([1, 1, 1, 3, 123, 34, 0])), 4400],
    ['hello', 4400],
    [new Uint8Array(bounds.message + 1), 1009]
  ];
  for (const [bytes, code] of bad) {
    const stranger = await strangerOf(id, { token: admin.token });
    await stranger.in();
    stranger.socket.send(bytes);
    expect((await stranger.ended).code, String(bytes.slice(0, 9))).toBe(code);
  }
  expect(xml(await storedDoc(id))).toBe(before);
});

test('nobody writes under the client id of another, seen in the text or only as a caret', async () => {
  const { id, admin, space } = await aText();
  const ben = await aMember();
  await grantRole(admin, id, { subjectKind: 'person', subject: await emailOf(ben.personId), role: 'edit' });
  const author = await editorOf(id, admin.token);
  await author.saved();
  author.note.insert(0, 'Mine');
  await author.saved();
  const silent = await editorOf(id, admin.token);
  await silent.synced();
  silent.provider.awareness.setLocalStateField('cursor', null);
  await wait(200);
  for (const clientId of [author.doc.clientID, silent.doc.clientID]) {
    const thief = await strangerOf(id, { token: ben.token });
    await thief.in();
    const doc = new Y.Doc();
    doc.clientID = clientId;
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(author.doc));
    doc.clientID = clientId;
    note(doc).insert(0, 'Not mine');
    thief.say(0, 2, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(author.doc)));
    expect(await thief.ended).toMatchObject({ code: 4403, reason: 'foreign-client' });
  }
  expect(space.id).toBeTruthy();
  expect(note(await storedDoc(id)).toString()).toBe('Mine');
});

test('a forged caret is dropped, and a claimed name becomes the true one', async () => {
  const ministry = await anOrganisation({ name: 'Ministry of Health' });
  const { id, admin } = await aText();
  const awa = await aMember({ name: 'Awa', organisation: ministry });
  await grantRole(admin, id, { subjectKind: 'organisation', subject: ministry, role: 'edit' });
  const watcher = await editorOf(id, admin.token);
  const author = await editorOf(id, awa.token, { capacity: ministry });
  await Promise.all([watcher.synced(), author.synced()]);
  author.provider.awareness.setLocalStateField('user', {
    name: 'The Director-General',
    organisation: 'Another'
  });
  const seen = (clientId: number) => watcher.provider.awareness.getStates().get(clientId);
  await until(() => seen(author.doc.clientID)?.user?.name === 'Awa');
  expect(seen(author.doc.clientID)?.user).toMatchObject({
    name: 'Awa',
    organisation: { en: 'Ministry of Health' },
    country: 'SN'
  });

  const forger = await strangerOf(id, { token: (await aMember({ name: 'Forger' })).token });
  await forger.in();
  forger.say(1, presence(4242, 1, { user: { name: 'x' }, cursor: { anchor: 1 } }));
  forger.say(1, presence(author.doc.clientID, 99, { user: { name: 'Forged' } }));
  forger.say(1, presence(author.doc.clientID, 100, null));
  forger.say(1, presence(5151, 1, { user: { name: 'a second self' } }));
  await until(() => seen(4242)?.user?.name === 'Forger');
  await wait(250);
  expect(seen(author.doc.clientID)?.user?.name).toBe('Awa');
  expect(seen(5151)).toBeUndefined();
  // A reader has no caret.
  expect(seen(4242)?.cursor).toBeNull();
  forger.leave();
  await until(() => seen(4242) === undefined);
});

function presence(clientId: number, clock: number, state: unknown): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 1);
  encoding.writeVarUint(encoder, clientId);
  encoding.writeVarUint(encoder, clock);
  encoding.writeVarString(encoder, JSON.stringify(state));
  return encoding.toUint8Array(encoder);
}
