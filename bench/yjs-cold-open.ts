/**
 * `npx node bench/yjs-cold-open.ts`: opens a brief of 259,778 edits (automerge-paper of editing-traces, beside this
 * project) that no one has open: from the database to a synced client, and beside it what Yjs alone needs to load it.
 */
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import WebSocket from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';

const file = new URL('../../shared/data/editing-traces/automerge-paper.json.gz', import.meta.url);
if (!existsSync(file)) {
  console.log('The trace automerge-paper.json.gz is not beside this project: nothing measured.');
  process.exit(0);
}
process.env.DATA_DIR = mkdtempSync(join(tmpdir(), 'palabre-bench-'));
process.env.LOG_LEVEL = 'error';
const { migrate } = await import('../src/lib/server/migrate.ts');
const { startBrief } = await import('../src/features/briefs/server/start-brief.ts');
const { briefKeeper } = await import('../src/features/briefs/server/keeper.ts');
const { attachRealtime } = await import('../server/realtime.ts');
const { bounds } = await import('../server/yjs/bounds.ts');
const { rooms } = await import('../server/yjs/rooms.ts');
const { aMember, aSpace } = await import('../tests/world.ts');

const trace = JSON.parse(gunzipSync(readFileSync(file)).toString()) as {
  endContent: string;
  txns: { patches: [at: number, deleted: number, inserted: string][] }[];
};
await migrate();
bounds.graceMs = 0;
const person = await aMember();
const space = await aSpace();
const { id } = await startBrief(person, {
  forum: space.slug,
  type: 'declaration',
  title: 'Long',
  lang: 'en',
  capacity: 'personal'
});
const kept = await briefKeeper.load(id);
const doc = new Y.Doc();
for (const { update } of kept.updates) Y.applyUpdate(doc, update);
const before = Y.encodeStateVector(doc);
const text = doc.getText('note');
let edits = 0;
let start = performance.now();
for (const { patches } of trace.txns)
  for (const [at, deleted, inserted] of patches) {
    edits += 1;
    if (deleted) text.delete(at, deleted);
    if (inserted) text.insert(at, inserted);
  }
console.log(
  `${edits} edits replayed in ${((performance.now() - start) / 1000).toFixed(1)} s; end as recorded: ${text.toString() === trace.endContent}`
);
const update = Y.encodeStateAsUpdate(doc, before);
const act = {
  personId: person.personId,
  personName: person.name,
  capacity: 'personal' as const,
  organisationId: null,
  organisation: null,
  organisationSlug: null,
  country: null,
  title: null
};
await briefKeeper.append([{ id, seq: 2, update, authors: [{ clientId: doc.clientID, act }] }]);
start = performance.now();
Y.applyUpdate(new Y.Doc(), update);
console.log(
  `${(update.length / 1000).toFixed(0)} kB stored; Yjs alone loads it in ${(performance.now() - start).toFixed(0)} ms`
);

const http = createServer();
attachRealtime(http, { ownsEveryUpgrade: true });
await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening));
const { port } = http.address() as AddressInfo;
const headers = { origin: `http://127.0.0.1:${port}`, cookie: `palabre_sign_in=${person.token}` };
class Socket extends WebSocket {
  constructor(url: string) {
    super(url, { headers });
  }
}
for (let round = 1; round <= 5; round += 1) {
  while (rooms.has(id)) await new Promise((wait) => setTimeout(wait, 10));
  const copy = new Y.Doc();
  start = performance.now();
  const provider = new WebsocketProvider(`ws://127.0.0.1:${port}/yjs/brief`, id, copy, {
    params: { schema: '1', generation: kept.generation },
    disableBc: true,
    WebSocketPolyfill: Socket as unknown as typeof globalThis.WebSocket
  });
  await new Promise<void>((synced) => provider.on('sync', (is) => is && synced()));
  console.log(
    `cold open ${round}: ${(performance.now() - start).toFixed(0)} ms, text complete: ${copy.getText('note').toString() === trace.endContent}`
  );
  provider.destroy();
}
process.exit(0);
