import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { briefKeeper } from '#features/briefs/server/keeper.ts';
import { aBrief, Editor, note, openDesk, storedDoc, until, xml, type Desk } from '#tests/yjs/desk.ts';
import { aMember, aSpace, joinSpace } from '#tests/world.ts';
import { bounds } from './bounds.ts';
import { rooms } from './rooms.ts';

let desk: Desk;
let open: Editor[] = [];
beforeAll(async () => {
  // Rooms are let go at once, so that every return is a load from the database.
  bounds.graceMs = 0;
  desk = await openDesk();
});
afterEach(() => {
  for (const editor of open) editor.leave();
  open = [];
  vi.restoreAllMocks();
});
afterAll(async () => {
  await desk.close();
  bounds.graceMs = 10_000;
});

async function anEditor(id: string, token: string, query?: Record<string, string>): Promise<Editor> {
  const editor = await Editor.open(desk, id, { token, query });
  open.push(editor);
  return editor;
}

async function twoAuthors() {
  const space = await aSpace();
  const [awa, ben] = [await aMember({ name: 'Awa' }), await aMember({ name: 'Ben' })];
  await joinSpace(ben, space.id, 'moderator');
  const id = await aBrief(awa, space.slug);
  return { id, awa: await anEditor(id, awa.token), ben: await anEditor(id, ben.token), awaToken: awa.token };
}

test('two people type at once and read the same text, template included', async () => {
  const { id, awa, ben } = await twoAuthors();
  await Promise.all([awa.synced(), ben.synced()]);
  for (let i = 0; i < 30; i += 1) {
    awa.note.insert(0, 'a');
    ben.note.insert(ben.note.length, 'b');
    if (i % 10 === 0) await wait(15);
  }
  await Promise.all([awa.saved(), ben.saved()]);
  await until(() => note(awa.doc).length === 60 && note(ben.doc).length === 60);
  expect(note(awa.doc).toString()).toBe(note(ben.doc).toString());
  expect(xml(awa.doc)).toContain('Salutation');
  expect(note(await storedDoc(id)).toString()).toBe(note(awa.doc).toString());
});

test('what was acknowledged is in the database before anyone else sees it', async () => {
  const { id, awa, ben } = await twoAuthors();
  await Promise.all([awa.saved(), ben.saved()]);
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  const append = briefKeeper.append;
  vi.spyOn(briefKeeper, 'append').mockImplementation(async (entries) => {
    await held;
    return append(entries);
  });
  awa.note.insert(0, 'Not yet stored');
  await wait(120);
  expect(awa.stored).toBeLessThan(awa.sent);
  expect(note(ben.doc).toString()).toBe('');
  const late = await anEditor(id, (await aMember()).token);
  await wait(120);
  expect(note(late.doc).toString()).toBe('');
  release();
  await awa.saved();
  expect(note(await storedDoc(id)).toString()).toBe('Not yet stored');
  await until(
    () => note(ben.doc).toString() === 'Not yet stored' && note(late.doc).toString() === 'Not yet stored'
  );
});

test('one person types against a slow database: one commit under way and one waiting, nothing lost', async () => {
  const { id, awa } = await twoAuthors();
  await awa.saved();
  const append = briefKeeper.append;
  let underWay = 0;
  let most = 0;
  let calls = 0;
  vi.spyOn(briefKeeper, 'append').mockImplementation(async (entries) => {
    calls += 1;
    most = Math.max(most, (underWay += 1));
    await wait(300);
    underWay -= 1;
    return append(entries);
  });
  for (let i = 0; i < 100; i += 1) {
    awa.note.insert(0, 'x');
    await wait(5);
  }
  await awa.saved();
  expect(most).toBe(1);
  expect(calls).toBeLessThanOrEqual(5);
  expect(note(await storedDoc(id)).length).toBe(100);
});

test('a database that fails acknowledges nothing, the process stays up, and the text comes back when it works', async () => {
  const { id, awa, ben } = await twoAuthors();
  await Promise.all([awa.saved(), ben.saved()]);
  const failing = vi
    .spyOn(briefKeeper, 'append')
    .mockRejectedValue(Object.assign(new Error('disk full'), { code: 'SQLITE_FULL' }));
  awa.note.insert(0, 'Kept by its author');
  await until(() => awa.closed?.code === 1011);
  expect(awa.stored).toBeLessThanOrEqual(awa.sent);
  expect(note(await storedDoc(id)).toString()).toBe('');
  expect(note(ben.doc).toString()).toBe('');
  failing.mockRestore();
  await awa.saved();
  await until(() => note(ben.doc).toString() === 'Kept by its author');
  expect(note(await storedDoc(id)).toString()).toBe('Kept by its author');
});

test('a document that failed to load is never writable, and opens once it loads', async () => {
  const { id, awa, awaToken } = await twoAuthors();
  await awa.saved();
  for (const editor of open) editor.leave();
  open = [];
  await until(() => !rooms.has(id));
  const before = xml(await storedDoc(id));
  const broken = vi
    .spyOn(briefKeeper, 'load')
    .mockRejectedValueOnce(new Error('table is locked'))
    .mockRejectedValueOnce(new Error('table is locked'));
  const append = vi.spyOn(briefKeeper, 'append');
  const back = new Editor(desk, id, { schema: '1', generation: 'unknown', ack: '1' }, { token: awaToken });
  open.push(back);
  back.note.insert(0, 'typed before the first sync');
  await until(() => back.closed?.code === 1011);
  expect(append).not.toHaveBeenCalled();
  broken.mockRestore();
  // It loads now; but this client knew another document, so it must not merge into this one.
  await until(() => back.closed?.code === 4409);
  expect(append).not.toHaveBeenCalled();
  expect(xml(await storedDoc(id))).toBe(before);
});

test('the last edit before leaving is stored although the room is being let go, and is there on return', async () => {
  const { id, awa, awaToken } = await twoAuthors();
  await awa.saved();
  const append = briefKeeper.append;
  vi.spyOn(briefKeeper, 'append').mockImplementation(async (entries) => {
    await wait(200);
    return append(entries);
  });
  awa.note.insert(0, 'The last word');
  await wait(5);
  for (const editor of open) editor.leave();
  await wait(50);
  expect(rooms.has(id)).toBe(true);
  const back = await anEditor(id, awaToken);
  await back.synced();
  expect(note(back.doc).toString()).toBe('The last word');
});

test('someone who works offline keeps their edits, and both sides have everything after they return', async () => {
  const { id, awa, ben } = await twoAuthors();
  await Promise.all([awa.saved(), ben.saved()]);
  awa.provider.disconnect();
  for (const letter of 'offline ') awa.note.insert(awa.note.length, letter);
  for (const letter of 'online ') ben.note.insert(ben.note.length, letter);
  await ben.saved();
  awa.provider.connect();
  awa.note.insert(0, 'while connecting ');
  await awa.saved();
  await until(() => note(ben.doc).toString() === note(awa.doc).toString());
  const text = note(await storedDoc(id)).toString();
  for (const part of ['offline ', 'online ', 'while connecting ']) expect(text).toContain(part);
});

test('200 times opened and left: no room, no timer and no socket stays', async () => {
  const { id, awa, ben, awaToken } = await twoAuthors();
  await Promise.all([awa.saved(), ben.saved()]);
  for (const editor of open.splice(0)) editor.leave();
  const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
  await until(() => rooms.size === 0);
  const before = timers();
  for (let i = 0; i < 200; i += 1) {
    const editor = await Editor.open(desk, id, { token: awaToken });
    await editor.synced();
    editor.leave();
  }
  await until(() => rooms.size === 0);
  // Stock clients leave a reconnection timer of at most 2.5 s each behind.
  await until(() => timers() <= before + 2, 6000);
});

test('the process stops while someone types: all that was acknowledged is stored, and the client comes back by itself', async () => {
  const own = await openDesk();
  const space = await aSpace();
  const awa = await aMember();
  const id = await aBrief(awa, space.slug);
  const editor = await Editor.open(own, id, { token: awa.token });
  open.push(editor);
  await editor.saved();
  for (let i = 0; i < 20; i += 1) editor.note.insert(0, 'x');
  await wait(2);
  const before = editor.stored;
  await own.close();
  await until(() => editor.closed !== undefined);
  expect(editor.closed).toEqual({ code: 1012, reason: 'restarting' });
  // The first message was the answer on entering; each later one brought one letter.
  expect(note(await storedDoc(id)).length).toBeGreaterThanOrEqual(before - 1);
  const again = await openDesk(own.port);
  await editor.saved();
  expect(note(await storedDoc(id)).length).toBe(20);
  await again.close();
});
