/**
 * `npx node bench/meeting.ts [PEOPLE] [SECONDS]`: a full session in the real, built process. All PEOPLE (2,000) are
 * signed in and hold a socket in the room; twenty acts a second come through the forms for SECONDS (20). Prints memory per
 * connection beyond the idle process, how long each act took to each socket, what was lost, and whether two hundred
 * requests for the floor within a second stand in one order. Then, with 100, 500 and PEOPLE sockets, what coming and
 * going costs.
 */
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import http from 'node:http';
import { freshFolder, openHouse } from '../tests/process/house.ts';
import { cpuSeconds, percentile, residentMiB } from './load.ts';
import { RawSocket } from '../tests/process/raw-socket.ts';

const people = Number(process.argv[2] ?? 2000);
const seconds = Number(process.argv[3] ?? 20);
const perSecond = 20;
const requests = Math.min(200, people);
const settled = (ms: number) => new Promise((later) => setTimeout(later, ms));

const dataDir = freshFolder();
const world = JSON.parse(
  execFileSync(process.execPath, ['tests/process/a-meeting.ts', String(people)], {
    env: { ...process.env, DATA_DIR: dataDir, LOG_LEVEL: 'silent' },
    encoding: 'utf8',
    maxBuffer: 1e8
  })
) as { session: string; members: { token: string; capacity: string }[] };
const room = `session:${world.session}`;
const house = await openHouse({
  DATA_DIR: dataDir,
  LOG_LEVEL: 'error',
  ...(process.env.PROF ? { NODE_OPTIONS: '--cpu-prof --cpu-prof-dir=' + process.env.PROF } : {})
});
const pid = house.child.pid!;
const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });
const cookieOf = (n: number) => `palabre_sign_in=${world.members[n].token}`;

// The idle process: it has answered as many requests as it will, and what they left behind is gone.
for (let n = 0; n < 50; n++) await act('attendance', n % people);
await settled(3000);
const idle = residentMiB(pid);
const before = performance.now();
const sockets = await connect(people);
const joinedIn = (performance.now() - before) / 1000;
await settled(3000);
console.log(
  `${people} sockets joined in ${joinedIn.toFixed(1)} s; ${(((residentMiB(pid) - idle) * 1024) / people).toFixed(1)} kB each beyond the idle process (${idle.toFixed(0)} MiB)`
);

await queueOfMany();
await actsInTime();
for (const socket of sockets) socket.close();
await settled(2500);
for (const here of [...new Set([100, 500, people])].filter((n) => n <= people)) await comingAndGoing(here);
await house.end('SIGTERM');
process.exit(process.exitCode ?? 0);

async function connect(many: number): Promise<RawSocket[]> {
  const joined: RawSocket[] = [];
  for (let from = 0; from < many; from += 50)
    joined.push(
      ...(await Promise.all(
        Array.from({ length: Math.min(50, many - from) }, async (_, n) => {
          const socket = new RawSocket(house.origin, cookieOf(from + n), room);
          socket.onClose = (code) => {
            console.error(`socket ${from + n} of ${many} was closed: ${code}`);
            process.exit(1);
          };
          await socket.open;
          const said = (await socket.ask('room.join', { room, since: null })) as { ok: boolean };
          if (!said.ok) throw new Error(JSON.stringify(said));
          return socket;
        })
      ))
    );
  return joined;
}

/** Within one second two hundred people ask for the floor: every window shows all of them in the same order. */
async function queueOfMany(): Promise<void> {
  const started = performance.now();
  await Promise.all(Array.from({ length: requests }, (_, n) => act('floor', n, { kind: 'statement' })));
  const took = performance.now() - started;
  await settled(1000);
  const orders = await Promise.all(
    [0, 1, Math.floor(people / 2), people - 1].map(async (n) => {
      const answer = (await sockets[n].ask('room.join', { room, since: null })) as {
        events: { payload: { wholes: { floor?: { queue: { turnId: string }[] } } } }[];
      };
      return answer.events.flatMap(
        ({ payload }) => payload.wholes.floor?.queue.map(({ turnId }) => turnId) ?? []
      );
    })
  );
  const same = orders.every((order) => order.join() === orders[0].join());
  const seqs = new Set(sockets.map(({ seq }) => seq));
  console.log(
    `${requests} asked for the floor in ${took.toFixed(0)} ms: ${new Set(orders[0]).size} in the list, ${same ? 'one order' : 'SEVERAL ORDERS'} in ${orders.length} windows, all ${people} at sequence ${[...seqs].join(', ')}`
  );
  if (!same || new Set(orders[0]).size !== requests || seqs.size !== 1) process.exitCode = 1;
}

/** Statements, twenty a second: each has one sequence, and each socket hears of each. */
async function actsInTime(): Promise<void> {
  const acts = perSecond * seconds;
  const first = sockets[0].seq + 1;
  const sentAt = new Float64Array(acts);
  const times: number[] = [];
  let heard = 0;
  for (const socket of sockets)
    socket.heard = (from, to) => {
      const now = performance.now();
      for (let seq = Math.max(first, from + 1); seq <= to; seq++) {
        heard += 1;
        times.push(now - sentAt[seq - first]);
      }
    };
  const frames = () => sockets.reduce((sum, socket) => sum + socket.frames, 0);
  const bytes = () => sockets.reduce((sum, socket) => sum + socket.bytes, 0);
  const [cpu, framesBefore, bytesBefore] = [cpuSeconds(pid), frames(), bytes()];
  const answers: Promise<void>[] = [];
  const begun = performance.now();
  for (let n = 0; n < acts; n++) {
    await settled(Math.max(0, begun + (n * 1000) / perSecond - performance.now()));
    sentAt[n] = performance.now();
    const body = `In ${n} districts we paid the midwives by mobile money within the month.`;
    answers.push(act('statement', n % people, { id: randomUUID(), body, lang: 'en' }));
  }
  await Promise.all(answers);
  await settled(1500);
  const used = cpuSeconds(pid) - cpu;
  const lost = acts * people - heard;
  console.log(
    `${acts} acts, ${perSecond} a second, to ${people}: p50 ${percentile(times, 50).toFixed(0)} ms, p95 ${percentile(times, 95).toFixed(0)} ms, ` +
      `p99 ${percentile(times, 99).toFixed(0)} ms; ${lost} lost; ${((frames() - framesBefore) / people / seconds).toFixed(1)} frames and ` +
      `${((bytes() - bytesBefore) / people / seconds / 1024).toFixed(1)} kB a second and socket; CPU ${((used / seconds) * 100).toFixed(0)} % of a core, ${((used / heard) * 1e6).toFixed(1)} us a delivery; ${residentMiB(pid).toFixed(0)} MiB`
  );
  if (lost !== 0) process.exitCode = 1;
}

/** Ten people go and come back, ten times: what it costs the server and each of those who are here. */
async function comingAndGoing(here: number): Promise<void> {
  const those = await connect(here);
  await settled(2500);
  const count = (of: 'frames' | 'bytes') => those.reduce((sum, socket) => sum + socket[of], 0);
  const [cpu, frames, bytes] = [cpuSeconds(pid), count('frames'), count('bytes')];
  for (let round = 0; round < 10; round++) {
    await Promise.all(Array.from({ length: 10 }, (_, n) => act('departure', n)));
    await settled(250);
    await Promise.all(Array.from({ length: 10 }, (_, n) => act('attendance', n)));
    await settled(250);
  }
  await settled(1000);
  const used = cpuSeconds(pid) - cpu;
  console.log(
    `${String(here).padStart(4)} here, 200 comings and goings: ${((used * 1000) / 200).toFixed(2)} ms CPU each, ${((used * 1e6) / 200 / here).toFixed(1)} us for each of those here, ` +
      `${((count('bytes') - bytes) / here / 200).toFixed(0)} bytes and ${((count('frames') - frames) / here / 200).toFixed(2)} frames to each`
  );
  for (const socket of those) socket.close();
  await settled(2500);
}

/** One act through its form, by the n-th of them. */
function act(name: string, n: number, of: Record<string, string> = {}): Promise<void> {
  const body = new URLSearchParams({
    session: world.session,
    capacity: world.members[n].capacity,
    ...of
  }).toString();
  return new Promise((done, failed) => {
    const request = http.request(
      `${house.origin}/sessions/${world.session}?/${name}`,
      {
        method: 'POST',
        agent,
        headers: {
          cookie: cookieOf(n),
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
        response.on('end', () =>
          answer.includes('"type":"redirect"')
            ? done()
            : failed(new Error(`${name}: ${response.statusCode} ${answer.slice(0, 300)}`))
        );
      }
    );
    request.on('error', failed);
    request.end(body);
  });
}
