/**
 * `npx node bench/page.ts`: a thread of 50 replies in the demo world, as a guest and as a member, beside a bare http
 * server that sends as many ready bytes, in the same run. Prints pages a second and CPU per request.
 */
import { spawn } from 'node:child_process';
import { load, residentMiB, type Load } from './load.ts';
import { openHouse } from '../tests/process/house.ts';
import { longThread, signIn } from '../tests/process/demo.ts';

const house = await openHouse({ PALABRE_DEMO: 'on' });
const pid = house.child.pid!;
console.log(`memory after start: ${residentMiB(pid).toFixed(0)} MiB`);
const thread = `${house.origin}/threads/${longThread(house.dataDir)}`;
const cookie = await signIn(house.origin, 'ministry.sn@demo.palabre.example');

const guest = await load(thread, pid);
const floor = await measureFloor(guest.bytes);
const member = await load(thread, pid, { headers: { cookie } });
print('floor (bare http, same bytes)', floor);
print('guest', guest);
print('member', member);
console.log(
  `guest / floor: ${(guest.perSecond / floor.perSecond).toFixed(2)}; member / floor: ${(member.perSecond / floor.perSecond).toFixed(3)}`
);
console.log(`memory after the load: ${residentMiB(pid).toFixed(0)} MiB`);
await house.end('SIGTERM');

async function measureFloor(bytes: number): Promise<Load> {
  const child = spawn(process.execPath, ['bench/floor.ts', String(bytes)], {
    stdio: ['ignore', 'pipe', 'inherit']
  });
  const port = await new Promise<number>((heard) =>
    child.stdout.once('data', (line: Buffer) => heard(Number(line)))
  );
  const result = await load(`http://127.0.0.1:${port}/`, child.pid!);
  child.kill('SIGTERM');
  return result;
}

function print(name: string, { perSecond, cpuMs, bytes }: Load): void {
  console.log(
    `${name.padEnd(32)} ${perSecond.toFixed(0).padStart(7)} pages/s  ${cpuMs.toFixed(2).padStart(6)} ms CPU/request  ${bytes} bytes`
  );
}
