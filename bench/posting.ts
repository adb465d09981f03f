/**
 * `npx node bench/posting.ts [SECONDS]`: how many replies a second the real, built process takes through its form: who
 * asks, validation, rights, text index, chain of facts, commit with synchronous=FULL, fan-out to a hundred sockets that
 * read one of the threads. Beside it the floor: the same number of single-row commits of the same text by better-sqlite3
 * alone, with synchronous=FULL.
 */
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import http from 'node:http';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { io } from 'socket.io-client';
import { freshFolder, openHouse } from '../tests/process/house.ts';
import { cpuSeconds, percentile, residentMiB } from './load.ts';

const seconds = Number(process.argv[2] ?? 10);
const people = 1000;
const connections = 48;
const listeners = 100;
const text = (i: number) =>
  `We paid the midwives of ${i} districts by mobile money within the month, and the number of births in health centres rose. ` +
  'What did not work was the list: a third of those who had moved were paid where they no longer were. '.repeat(
    3
  );

const dataDir = freshFolder();
const world = JSON.parse(
  execFileSync(process.execPath, ['bench/crowd.ts', String(people), '20'], {
    env: { ...process.env, DATA_DIR: dataDir, LOG_LEVEL: 'silent' },
    encoding: 'utf8',
    maxBuffer: 1e8
  })
) as { tokens: string[]; threads: string[]; organisation: string };
const house = await openHouse({
  DATA_DIR: dataDir,
  LOG_LEVEL: 'error',
  ...(process.env.PROF ? { NODE_OPTIONS: '--cpu-prof --cpu-prof-dir=' + process.env.PROF } : {})
});
const pid = house.child.pid!;

let heard = 0;
const sockets = await Promise.all(
  Array.from({ length: listeners }, async () => {
    const socket = io(house.origin, {
      path: '/live',
      transports: ['websocket'],
      forceNew: true,
      extraHeaders: { origin: house.origin }
    });
    await socket
      .timeout(10_000)
      .emitWithAck('room.join', { room: `thread:${world.threads[0]}`, since: null });
    socket.on('reply.posted', () => (heard += 1));
    // What falls together in a large room comes together.
    socket.on('room.batch', ({ facts }: { facts: [string, unknown][] }) => {
      heard += facts.filter(([name]) => name === 'reply.posted').length;
    });
    return socket;
  })
);

const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
let sent = 0;
const times: number[] = [];
const until = performance.now() + seconds * 1000;
await Promise.all(Array.from({ length: 8 }, () => post()));
times.length = 0;
const [cpu, begun] = [cpuSeconds(pid), performance.now()];
await Promise.all(
  Array.from({ length: connections }, async () => {
    while (performance.now() < until) await post();
  })
);
const elapsed = (performance.now() - begun) / 1000;
const used = cpuSeconds(pid) - cpu;
await new Promise((settled) => setTimeout(settled, 500));
const database = new Database(join(dataDir, 'palabre.sqlite'), { readonly: true });
const stored = database.prepare('select count(*) from posts where number > 1').pluck().get() as number;
database.close();
console.log(
  `posted ${times.length} in ${elapsed.toFixed(1)} s: ${(times.length / elapsed).toFixed(0)}/s, p50 ${percentile(times, 50).toFixed(1)} ms, p95 ${percentile(times, 95).toFixed(1)} ms, ` +
    `CPU ${((used * 1000) / times.length).toFixed(2)} ms a post, ${residentMiB(pid).toFixed(0)} MiB; stored ${stored} of ${sent}; ${heard} deliveries`
);
for (const socket of sockets) socket.close();
await house.end('SIGTERM');
floor(Math.min(times.length, 3000));
process.exit(stored === sent ? 0 : 1);

function post(): Promise<void> {
  const i = sent++;
  const body = new URLSearchParams({
    id: randomUUID(),
    body: text(i),
    capacity: world.organisation
  }).toString();
  const before = performance.now();
  return new Promise((done, failed) => {
    const request = http.request(
      `${house.origin}/threads/${world.threads[i % world.threads.length]}?/reply`,
      {
        method: 'POST',
        agent,
        headers: {
          cookie: `palabre_sign_in=${world.tokens[i % people]}`,
          origin: house.origin,
          accept: 'application/json',
          'x-sveltekit-action': 'true',
          'content-type': 'application/x-www-form-urlencoded',
          'content-length': Buffer.byteLength(body)
        }
      },
      (response) => {
        let answer = '';
        response.on('data', (chunk: Buffer) => (answer += chunk.toString()));
        response.on('end', () => {
          if (!answer.includes('"type":"success"'))
            return failed(new Error(`${response.statusCode} ${answer.slice(0, 200)}`));
          times.push(performance.now() - before);
          done();
        });
      }
    );
    request.on('error', failed);
    request.end(body);
  });
}

/** Nothing that commits each text by itself can be faster than this. */
function floor(n: number): void {
  const bare = new Database(join(freshFolder(), 'floor.sqlite'));
  bare.pragma('journal_mode = WAL');
  bare.pragma('synchronous = FULL');
  bare.exec('create table posts (id text primary key, body text not null)');
  const insert = bare.prepare('insert into posts values (?, ?)');
  const before = performance.now();
  for (let i = 0; i < n; i++) insert.run(randomUUID(), text(i));
  console.log(`floor, one commit a text: ${((n / (performance.now() - before)) * 1000).toFixed(0)}/s`);
  bare.close();
}
