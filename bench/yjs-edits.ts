/**
 * `npx node bench/yjs-edits.ts [DOCUMENTS=5] [CLIENTS=10] [SECONDS=20]`: how long from one person's keystroke to another's
 * screen, and to the author's "saved". The server is a process of its own with a database of its own; every client
 * is a stock y-websocket client, and half of each document's clients type five characters a second.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import * as decoding from 'lib0/decoding';
import WebSocket from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';

interface Ready {
  port: number;
  token: string[];
  briefs: { id: string; generation: string }[];
}

const [documents = 5, clients = 10, seconds = 20] = process.argv.slice(2).map(Number);
const server = fork(new URL('./yjs-server.ts', import.meta.url), [String(documents)], {
  env: {
    ...process.env,
    DATA_DIR: mkdtempSync(join(tmpdir(), 'palabre-bench-')),
    LOG_LEVEL: 'error',
    DATABASE_URL: ''
  }
});
const [ready] = (await once(server, 'message')) as [Ready];

const seen: number[] = [];
const saved: number[] = [];

class Client {
  doc = new Y.Doc();
  provider: WebsocketProvider;
  #waiting: number[] = [];
  #stored = 0;

  constructor(brief: Ready['briefs'][number], token: string) {
    const headers = { origin: `http://127.0.0.1:${ready.port}`, cookie: `palabre_sign_in=${token}` };
    const waiting = this.#waiting;
    class Socket extends WebSocket {
      constructor(url: string) {
        super(url, { headers });
      }
      override send(...[bytes]: unknown[]): void {
        const [type, part] = bytes as Uint8Array;
        if (type === 0 && part > 0) waiting.push(performance.now());
        super.send(bytes as Uint8Array);
      }
    }
    this.provider = new WebsocketProvider(`ws://127.0.0.1:${ready.port}/yjs/brief`, brief.id, this.doc, {
      params: { schema: '1', generation: brief.generation, ack: '1' },
      disableBc: true,
      WebSocketPolyfill: Socket as unknown as typeof globalThis.WebSocket
    });
    this.provider.messageHandlers[100] = (_, decoder) => {
      const count = decoding.readVarUint(decoder);
      while (this.#stored < count) saved.push(performance.now() - waiting[this.#stored++]);
    };
    this.provider.on('connection-close', (event) => event && console.error(event.code, event.reason));
    // What is typed is the moment at which it was typed: whoever reads it knows how old it is.
    this.doc.getArray<number>('times').observe((event, { local }) => {
      if (!local && measuring)
        for (const { insert } of event.changes.delta)
          for (const at of (insert ?? []) as number[]) seen.push(performance.now() - at);
    });
  }

  type(): void {
    const times = this.doc.getArray<number>('times');
    times.push([performance.now()]);
  }
}

let measuring = false;
const all = ready.briefs.map((brief, index) =>
  Array.from({ length: clients }, () => new Client(brief, ready.token[index]))
);
while (!all.flat().every(({ provider }) => provider.synced)) await wait(20);
const typists = all.flatMap((group) => group.slice(0, Math.ceil(clients / 2)));
const typing = typists.map((client) => setInterval(() => client.type(), 180 + Math.random() * 40));
await wait(3000);
saved.length = 0;
measuring = true;
server.send('measure');
await wait(seconds * 1000);
measuring = false;
server.send('report');
const [cost] = (await once(server, 'message')) as [{ cpu: number; memory: number }];
for (const timer of typing) clearInterval(timer);

const at = (values: number[], part: number) =>
  values.sort((a, b) => a - b)[Math.floor(values.length * part)]?.toFixed(1);
console.log(
  `${documents} documents x ${clients} clients, ${typists.length} typing, ${seconds} s, ${(saved.length / seconds).toFixed(0)} edits/s`
);
console.log(
  `edit to seen by another: p50 ${at(seen, 0.5)} ms, p95 ${at(seen, 0.95)} ms, p99 ${at(seen, 0.99)} ms (${seen.length} times)`
);
console.log(`edit to "saved" (in the database): p50 ${at(saved, 0.5)} ms, p95 ${at(saved, 0.95)} ms`);
console.log(`server: ${cost.cpu.toFixed(0)} % of a core, ${(cost.memory / 1e6).toFixed(0)} MB`);
server.kill();
process.exit(0);
