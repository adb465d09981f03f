import fc from 'fast-check';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { briefKeeper } from '#features/briefs/server/keeper.ts';
import { briefStates, briefUpdates } from '#features/briefs/server/tables.ts';
import { db } from '#lib/server/db.ts';
import {
  aBrief,
  Editor,
  framed,
  note,
  openDesk,
  storedDoc,
  Stranger,
  until,
  xml,
  type Desk
} from '#tests/yjs/desk.ts';
import { aMember, aSpace } from '#tests/world.ts';
import { bounds } from './bounds.ts';
import { rooms } from './rooms.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  Object.assign(bounds, { compactRows: 3, compactRowsAtLeave: 2, graceMs: 0 });
});
afterEach(() => vi.restoreAllMocks());
afterAll(async () => {
  await desk.close();
  Object.assign(bounds, { compactRows: 500, compactRowsAtLeave: 20, graceMs: 10_000 });
});

const rowsOf = async (id: string) =>
  (await db.select({ seq: briefUpdates.seq }).from(briefUpdates).where(eq(briefUpdates.briefId, id))).length;
const statesOf = async (id: string) =>
  (await db.select({ seq: briefStates.throughSeq }).from(briefStates).where(eq(briefStates.briefId, id)))
    .length;

const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('type' as const),
      who: fc.nat(1),
      text: fc.string({ minLength: 1, maxLength: 6 }),
      at: fc.nat(50)
    })
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('delete' as const),
      who: fc.nat(1),
      at: fc.nat(50),
      length: fc.integer({ min: 1, max: 8 })
    })
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait for saved' as const), who: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('drop the line' as const), who: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('next commit fails' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('next compaction fails' as const) }) }
);

test(
  'whatever fails and whenever a log is folded, no acknowledged edit is ever missing from the database',
  { timeout: 60_000 },
  async () => {
    const space = await aSpace();
    const person = await aMember();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
        const id = await aBrief(person, space.slug);
        const editors = [
          await Editor.open(desk, id, { token: person.token }),
          await Editor.open(desk, id, { token: person.token })
        ];
        await Promise.all(editors.map((editor) => editor.saved()));
        for (const each of steps) {
          if (each.do === 'next commit fails')
            vi.spyOn(briefKeeper, 'append').mockRejectedValueOnce(new Error('disk full'));
          else if (each.do === 'next compaction fails')
            vi.spyOn(briefKeeper, 'compact').mockRejectedValueOnce(new Error('disk full'));
          else {
            const editor = editors[each.who];
            const text = editor.note;
            if (each.do === 'type') text.insert(Math.min(each.at, text.length), each.text);
            else if (each.do === 'delete')
              text.delete(
                Math.min(each.at, text.length),
                Math.min(each.length, text.length - Math.min(each.at, text.length))
              );
            else if (each.do === 'drop the line') {
              editor.provider.disconnect();
              editor.provider.connect();
            } else {
              await until(() => editor.provider.synced && editor.stored === editor.sent);
              const said = Y.encodeStateAsUpdate(editor.doc);
              const stored = await storedDoc(id);
              const before = Y.encodeStateVector(stored);
              const had = note(stored).toString();
              Y.applyUpdate(stored, said);
              expect([note(stored).toString(), Y.encodeStateVector(stored)]).toEqual([had, before]);
            }
          }
        }
        await Promise.all(editors.map((editor) => editor.saved()));
        await until(() => editors[0].note.toString() === editors[1].note.toString());
        expect(note(await storedDoc(id)).toString()).toBe(editors[0].note.toString());
        // A failure that was still to come would keep the last folding from its work; it has had its chance.
        vi.restoreAllMocks();
        for (const editor of editors) editor.leave();
        await until(() => !rooms.has(id));
        expect(await rowsOf(id)).toBeLessThan(5);
        expect(await statesOf(id)).toBeLessThanOrEqual(1);
        expect(note(await storedDoc(id)).toString()).toBe(editors[0].note.toString());
      }),
      { numRuns: 12, endOnFailure: true }
    );
  }
);

test('a text that was emptied comes back empty, not as its template', async () => {
  const space = await aSpace();
  const person = await aMember();
  const id = await aBrief(person, space.slug);
  const editor = await Editor.open(desk, id, { token: person.token });
  await editor.saved();
  const text = editor.doc.getXmlFragment('default');
  text.delete(0, text.length);
  await editor.saved();
  editor.leave();
  await until(() => !rooms.has(id));
  const back = await Editor.open(desk, id, { token: person.token });
  await back.synced();
  expect(xml(back.doc)).toBe('');
  back.leave();
});

test('a log with a missing row is not opened', async () => {
  const space = await aSpace();
  const person = await aMember();
  const id = await aBrief(person, space.slug);
  await db
    .insert(briefUpdates)
    .values({ briefId: id, seq: 3, update: Buffer.from([0, 0]), createdAt: new Date() });
  await expect(briefKeeper.load(id)).rejects.toThrow('gap');
});

test(
  'messages broken at random never leave a text that differs from its log',
  { timeout: 60_000 },
  async () => {
    const space = await aSpace();
    const person = await aMember();
    const id = await aBrief(person, space.slug);
    const watcher = await Editor.open(desk, id, { token: person.token });
    await watcher.saved();
    watcher.note.insert(0, 'A sentence, with some words to break.');
    watcher.note.format(2, 8, { bold: true });
    await watcher.saved();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(200), fc.nat(255)), { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        async (broken, whole) => {
          const stranger = await Stranger.open(desk, id, { token: person.token });
          await stranger.in();
          const doc = new Y.Doc();
          Y.applyUpdate(doc, Y.encodeStateAsUpdate(watcher.doc));
          const before = Y.encodeStateVector(doc);
          note(doc).insert(3, 'more');
          note(doc).delete(0, 2);
          const frame = framed(0, 2, whole ? Y.encodeStateAsUpdate(doc) : Y.encodeStateAsUpdate(doc, before));
          for (const [at, byte] of broken) frame[3 + (at % (frame.length - 3))] = byte;
          stranger.say(0, 1, new Uint8Array([0, 0]));
          stranger.socket.send(frame);
          stranger.say(3);
          const answers = stranger.heard.length;
          await Promise.race([
            stranger.ended,
            until(() => stranger.heard.length > answers, 200).catch(() => undefined)
          ]);
          stranger.leave();
        }
      ),
      { numRuns: 150 }
    );
    // Whatever of it was valid is in both; nothing is in one only.
    watcher.note.insert(0, 'Still writable. ');
    await watcher.saved();
    const stored = await storedDoc(id);
    await until(() => note(watcher.doc).toString() === note(stored).toString());
    expect(xml(watcher.doc)).toBe(xml(stored));
    watcher.leave();
  }
);
