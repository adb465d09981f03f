import { existsSync, readFileSync } from 'node:fs';
import { setImmediate as turn } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { aBrief, Editor, note, openDesk, storedDoc, until, type Desk } from '#tests/yjs/desk.ts';
import { aMember, aSpace } from '#tests/world.ts';
import { bounds } from './bounds.ts';

interface Trace {
  endContent: string;
  txns: { parents: number[]; agent: number; patches: [at: number, deleted: number, inserted: string][] }[];
}

const file = new URL('../../../shared/data/editing-traces/friendsforever.json.gz', import.meta.url);
const here = existsSync(file);
if (!here) console.log('The trace friendsforever.json.gz is not beside this project, so it is not replayed.');

let desk: Desk;
beforeAll(async () => {
  // The 2,446 times that one author takes in the other's edits each wait for a commit: shorter groups, shorter test.
  bounds.groupCommitMs = 1;
  desk = await openDesk();
});
afterAll(async () => {
  bounds.groupCommitMs = 10;
  await desk.close();
});

/**
 * A real text that two people typed at once (josephg/editing-traces, CC BY 4.0). Each author's doc is at exactly the
 * version in which an edit was made; each edit leaves through its author's client and reaches the other by the server.
 */
test.skipIf(!here)(
  'two people’s real concurrent typing comes out as the text they had',
  { timeout: 120_000 },
  async () => {
    const trace = JSON.parse(gunzipSync(readFileSync(file)).toString()) as Trace;
    const space = await aSpace();
    const person = await aMember();
    const id = await aBrief(person, space.slug);
    const editors = [
      await Editor.open(desk, id, { token: person.token }),
      await Editor.open(desk, id, { token: person.token })
    ];
    await Promise.all(editors.map((editor) => editor.saved()));

    const authors = [new Y.Doc(), new Y.Doc()];
    authors.forEach((doc, agent) => {
      doc.clientID = 10 + agent;
      doc.on('update', (update: Uint8Array, origin: unknown) => {
        if (origin !== 'theirs') Y.applyUpdate(editors[agent].doc, update);
      });
    });
    const updates: Uint8Array[] = [];
    const known = [new Set<number>(), new Set<number>()];
    const learn = (agent: number, from: number[]) => {
      const missing: number[] = [];
      for (const queue = [...from]; queue.length;) {
        const at = queue.pop()!;
        if (known[agent].has(at)) continue;
        known[agent].add(at);
        missing.push(at);
        queue.push(...trace.txns[at].parents);
      }
      for (const at of missing.sort((a, b) => a - b)) Y.applyUpdate(authors[agent], updates[at], 'theirs');
      return missing.length > 0;
    };
    /** Waits until the other's edits, as far as this author knows them, have come through the server. */
    const arrived = (agent: number) =>
      new Promise<void>((resolve) => {
        const other = 10 + 1 - agent;
        const look = () => {
          if (Y.getState(editors[agent].doc.store, other) < Y.getState(authors[agent].store, other)) return;
          editors[agent].doc.off('update', look);
          resolve();
        };
        editors[agent].doc.on('update', look);
        look();
      });

    const start = performance.now();
    for (const [at, { parents, agent, patches }] of trace.txns.entries()) {
      if (learn(agent, parents)) await arrived(agent);
      const text = note(authors[agent]);
      authors[agent].once('update', (update: Uint8Array) => (updates[at] = update));
      authors[agent].transact(() => {
        for (const [position, deleted, inserted] of patches) {
          if (deleted) text.delete(position, deleted);
          if (inserted) text.insert(position, inserted);
        }
      });
      known[agent].add(at);
      if (at % 25 === 0) await turn();
    }
    await Promise.all(editors.map((editor) => until(() => editor.stored === editor.sent, 60_000)));
    await until(() => editors.every((editor) => note(editor.doc).toString() === trace.endContent), 10_000);
    console.log(`${trace.txns.length} edits stored and seen in ${Math.round(performance.now() - start)} ms`);
    expect(note(await storedDoc(id)).toString()).toBe(trace.endContent);
    for (const editor of editors) editor.leave();
  }
);
