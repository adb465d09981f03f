/**
 * `npx node bench/live.ts`: how long until another person sees a post, over loopback, in the real process: from sending
 * the form to the event in the other's socket, beside the floor of an echo over a bare WebSocket in the same run.
 * Edits of a shared document are measured in yjs-edits.ts.
 */
import { randomUUID } from 'node:crypto';
import { io } from 'socket.io-client';
import WebSocket, { WebSocketServer } from 'ws';
import { openHouse } from '../tests/process/house.ts';
import { longThread, signIn } from '../tests/process/demo.ts';
import { percentile, residentMiB } from './load.ts';

const house = await openHouse({ PALABRE_DEMO: 'on', LOG_LEVEL: 'error' });
const { origin, dataDir } = house;
const people = await Promise.all(
  ['ministry.sn', 'ministry.mw', 'secretariat', 'nurses', 'expert'].map((name) =>
    signIn(origin, `${name}@demo.palabre.example`)
  )
);

report('echo floor (bare WebSocket)', await echoes(200));
report('post to seen by another', await posts(90));
console.log(`memory: ${residentMiB(house.child.pid!).toFixed(0)} MiB`);
await house.end('SIGTERM');
process.exit(0);

function report(name: string, times: number[]): void {
  console.log(
    `${name.padEnd(34)} n ${String(times.length).padStart(5)}  p50 ${percentile(times, 50).toFixed(1)} ms  p95 ${percentile(times, 95).toFixed(1)} ms`
  );
}

async function echoes(n: number): Promise<number[]> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await new Promise((listening) => server.once('listening', listening));
  server.on('connection', (socket) => socket.on('message', (bytes) => socket.send(bytes)));
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as { port: number }).port}`);
  await new Promise((open) => client.once('open', open));
  const times: number[] = [];
  for (let i = 0; i < n; i++) {
    const before = performance.now();
    client.send('x');
    await new Promise((heard) => client.once('message', heard));
    times.push(performance.now() - before);
  }
  client.close();
  server.close();
  return times;
}

async function posts(n: number): Promise<number[]> {
  const threadId = longThread(dataDir);
  const reader = io(origin, {
    path: '/live',
    transports: ['websocket'],
    extraHeaders: { cookie: people[1], origin }
  });
  await reader.timeout(5000).emitWithAck('room.join', { room: `thread:${threadId}`, since: null });
  const waiting = new Map<string, (at: number) => void>();
  reader.on('reply.posted', ({ post }: { post: { id: string } }) =>
    waiting.get(post.id)?.(performance.now())
  );
  const times: number[] = [];
  for (let i = 0; i < n; i++) {
    const id = randomUUID();
    const seen = new Promise<number>((heard) => waiting.set(id, heard));
    const before = performance.now();
    const body = new URLSearchParams({ id, body: `Seen when? ${i}`, capacity: 'personal' });
    const cookie = people[i % people.length];
    const answer = await fetch(`${origin}/threads/${threadId}?/reply`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie, origin, accept: 'application/json', 'x-sveltekit-action': 'true' },
      body
    });
    if (answer.status >= 400) throw new Error(`a reply was answered ${answer.status}`);
    times.push((await seen) - before);
    await new Promise((later) => setTimeout(later, 30));
  }
  reader.close();
  return times;
}
