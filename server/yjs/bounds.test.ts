import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import {
  aBrief,
  aText,
  Editor,
  note,
  openDesk,
  storedDoc,
  Stranger,
  until,
  type Desk
} from '#tests/yjs/desk.ts';
import { aMember } from '#tests/world.ts';
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
const editorOf = async (id: string, token: string) => kept(await Editor.open(desk, id, { token }));
const strangerOf = async (id: string, seat: { token: string }) => kept(await Stranger.open(desk, id, seat));

test('one person has at most so many sockets and documents open', async () => {
  const { id, space, admin } = await aText();
  const sockets = await Promise.all(
    Array.from({ length: bounds.socketsPerPerson + 3 }, () => strangerOf(id, { token: admin.token }))
  );
  await until(() => sockets.filter((one) => one.over).length === 3);
  expect(await sockets.find((one) => one.over)!.ended).toEqual({ code: 4429, reason: 'too-many-documents' });
  for (const one of sockets) one.leave();
  await wait(50);
  const ids = await Promise.all(
    Array.from({ length: bounds.documentsPerPerson + 1 }, () => aBrief(admin, space.slug))
  );
  const documents: Stranger[] = [];
  for (const each of ids) documents.push(await strangerOf(each, { token: admin.token }));
  await until(() => documents.some((one) => one.over));
  expect(documents.filter((one) => one.over).length).toBe(1);
});

test('a text that is full takes no more, but lets text be taken away', async () => {
  const { id, admin } = await aText();
  const was = bounds.document;
  const author = await editorOf(id, admin.token);
  await author.saved();
  author.note.insert(0, 'x'.repeat(5000));
  await author.saved();
  bounds.document = 6000;
  try {
    author.note.delete(0, 4000);
    await author.saved();
    expect(note(await storedDoc(id)).length).toBe(1000);
    bounds.document = 3000;
    author.note.insert(0, 'y'.repeat(4000));
    await until(() => author.closed !== undefined);
    expect(author.closed).toEqual({ code: 4400, reason: 'document-too-large' });
  } finally {
    bounds.document = was;
  }
  expect(note(await storedDoc(id)).length).toBe(1000);
});

test('a reader who does not read is not buffered without end, and has everything once they read', async () => {
  const { id, admin } = await aText();
  const was = bounds.backlog;
  bounds.backlog = 64 * 1024;
  const author = await editorOf(id, admin.token);
  const slow = await strangerOf(id, { token: (await aMember()).token });
  await Promise.all([author.saved(), slow.in()]);
  slow.socket.pause();
  try {
    for (let i = 0; i < 60; i += 1) {
      author.note.insert(0, String.fromCharCode(97 + (i % 26)).repeat(200_000));
      author.note.delete(100, author.note.length - 100);
      await author.saved();
    }
    const doc = new Y.Doc();
    let told = 0;
    slow.socket.resume();
    author.note.insert(0, 'the end');
    await author.saved();
    await until(() => {
      for (const bytes of slow.heard.splice(0))
        if (bytes[0] === 0 && bytes[1] > 0) {
          told += 1;
          Y.applyUpdate(doc, bodyOf(bytes));
        }
      return note(doc).toString() === author.note.toString();
    });
    // Most of it was never queued: the difference came instead.
    expect(told).toBeLessThan(60);
  } finally {
    bounds.backlog = was;
  }
});

test('fifteen carets that move all the time reach a reader in a few messages a second', async () => {
  const { id, admin } = await aText();
  const editors = await Promise.all(Array.from({ length: 15 }, () => editorOf(id, admin.token)));
  const reader = await strangerOf(id, { token: (await aMember()).token });
  await Promise.all([...editors.map((editor) => editor.synced()), reader.in()]);
  await wait(200);
  reader.heard.length = 0;
  for (let move = 0; move < 20; move += 1) {
    for (const editor of editors) editor.provider.awareness.setLocalStateField('cursor', { anchor: move });
    await wait(50);
  }
  await wait(200);
  const told = reader.heard.filter((bytes) => bytes[0] === 1).length;
  // 15 carets x 20 moves, and every stock client sends back what it hears: thousands, were they passed on.
  expect(told).toBeGreaterThan(2);
  expect(told).toBeLessThanOrEqual(16);
});

/** The update inside a sync frame: two bytes of type, then its length. */
function bodyOf(bytes: Uint8Array): Uint8Array {
  let at = 2;
  while (bytes[at] & 128) at += 1;
  return bytes.subarray(at + 1);
}
