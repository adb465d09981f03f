/**
 * `npx node bench/fan-out.ts [SECONDS]`: a thousand sockets read one thread, four posts a second come through its form.
 * CPU of the server per delivery and the time until each has it, beside a Socket.IO server that only passes the same
 * messages on to the same number of sockets, in the same run, turn by turn.
 */
import { execFileSync, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import { freshFolder, openHouse } from '../tests/process/house.ts';
import { cpuSeconds, percentile, residentMiB } from './load.ts';

const seconds = Number(process.argv[2] ?? 15);
const crowd = 1000;
const perSecond = 4;
const rounds = 3;
const body =
  'We paid the midwives by mobile money within the month, and births in health centres rose by a third. '.repeat(
    5
  );

const dataDir = freshFolder();
const world = JSON.parse(
  execFileSync(process.execPath, ['bench/crowd.ts', '200', '1'], {
    env: { ...process.env, DATA_DIR: dataDir, LOG_LEVEL: 'silent' },
    encoding: 'utf8',
    maxBuffer: 1e8
  })
) as { tokens: string[]; threads: string[]; organisation: string };
const room = `thread:${world.threads[0]}`;
const house = await openHouse({
  DATA_DIR: dataDir,
  LOG_LEVEL: 'error',
  ...(process.env.PROF ? { NODE_OPTIONS: '--cpu-prof --cpu-prof-dir=' + process.env.PROF } : {})
});
const floor = fork(new URL('fan-out-floor.ts', import.meta.url), [], { stdio: 'inherit' });
const floorPort = await new Promise<number>((told) => floor.once('message', (port) => told(port as number)));

/** When each post or message was sent, and how long each delivery of it took. */
const sentAt = new Map<string, number>();
let times: number[] = [];
let sample: unknown;
const heard = (payload: { post: { id: string } }) => {
  sample = payload;
  const sent = sentAt.get(payload.post.id);
  if (sent) times.push(performance.now() - sent);
};
const ours = await join(house.origin);
const theirs = await join(`http://127.0.0.1:${floorPort}`);
console.log(`${ours.length} + ${theirs.length} sockets in ${room}`);

let n = 0;
const post = async () => {
  const id = randomUUID();
  const i = n++;
  sentAt.set(id, performance.now());
  const answer = await fetch(`${house.origin}/threads/${world.threads[0]}?/reply`, {
    method: 'POST',
    headers: {
      cookie: `palabre_sign_in=${world.tokens[i % world.tokens.length]}`,
      origin: house.origin,
      accept: 'application/json',
      'x-sveltekit-action': 'true'
    },
    body: new URLSearchParams({ id, body: `${i} ${body}`, capacity: world.organisation })
  });
  const text = await answer.text();
  if (!text.includes('"type":"success"')) throw new Error(text.slice(0, 200));
};
const pass = async () => {
  const payload = structuredClone(sample) as { post: { id: string } };
  payload.post.id = randomUUID();
  sentAt.set(payload.post.id, performance.now());
  floor.send({ room, name: 'reply.posted', payload });
};

// Warm both: what is compiled late is not what is measured.
for (let i = 0; i < 100; i++) {
  await post();
  await pass();
}
const results = { palabre: [] as number[], floor: [] as number[] };
for (let round = 0; round < rounds; round++) {
  results.palabre.push(await measure('palabre', house.child.pid!, post));
  results.floor.push(await measure('floor', floor.pid!, pass));
}
const best = (list: number[]) => percentile(list, 50);
console.log(
  `CPU per delivery, Palabre to floor: ${(best(results.palabre) / best(results.floor)).toFixed(2)}`
);
for (const socket of [...ours, ...theirs]) socket.close();
floor.kill();
await house.end('SIGTERM');
process.exit(0);

async function join(origin: string): Promise<Socket[]> {
  const sockets: Socket[] = [];
  for (let i = 0; i < crowd; i += 50)
    sockets.push(
      ...(await Promise.all(
        Array.from({ length: 50 }, async () => {
          const socket = io(origin, {
            path: '/live',
            transports: ['websocket'],
            forceNew: true,
            extraHeaders: { origin }
          });
          const said = (await socket.timeout(20_000).emitWithAck('room.join', { room, since: null })) as {
            ok: boolean;
          };
          if (!said.ok) throw new Error(JSON.stringify(said));
          socket.on('reply.posted', heard);
          // What falls together in a large room comes together.
          socket.on('room.batch', ({ facts }: { facts: [string, Parameters<typeof heard>[0]][] }) => {
            for (const [name, payload] of facts) if (name === 'reply.posted') heard(payload);
          });
          return socket;
        })
      ))
    );
  return sockets;
}

/** Microseconds of server CPU per delivery over `seconds` of `perSecond` messages. */
async function measure(name: string, pid: number, send: () => Promise<void>): Promise<number> {
  await new Promise((settled) => setTimeout(settled, 1500));
  times = [];
  const before = cpuSeconds(pid);
  const messages = seconds * perSecond;
  for (let i = 0; i < messages; i++) {
    const next = performance.now() + 1000 / perSecond;
    await send();
    await new Promise((later) => setTimeout(later, Math.max(0, next - performance.now())));
  }
  await new Promise((settled) => setTimeout(settled, 500));
  const perDelivery = ((cpuSeconds(pid) - before) / times.length) * 1e6;
  console.log(
    `${name.padEnd(8)} ${times.length} of ${messages * crowd} deliveries, ${perDelivery.toFixed(1)} us CPU each, p50 ${percentile(times, 50).toFixed(1)} ms, p95 ${percentile(times, 95).toFixed(1)} ms, ${residentMiB(pid).toFixed(0)} MiB`
  );
  return perDelivery;
}
