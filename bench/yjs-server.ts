/** The server that bench/yjs-*.ts measure: the real sockets on an empty database, in a process of its own. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Member } from '../src/features/people/people.ts';
import { briefKeeper } from '../src/features/briefs/server/keeper.ts';
import { startBrief } from '../src/features/briefs/server/start-brief.ts';
import { migrate } from '../src/lib/server/migrate.ts';
import { attachRealtime } from '../server/realtime.ts';
import { bounds } from '../server/yjs/bounds.ts';
import { aMember, aSpace } from '../tests/world.ts';

await migrate();
bounds.socketsPerPerson = 10_000;
const space = await aSpace();
const people: (Member & { token: string })[] = [];
const briefs: { id: string; generation: string }[] = [];
for (let i = 0; i < Number(process.argv[2]); i += 1) {
  const person = await aMember();
  const { id } = await startBrief(person, {
    forum: space.slug,
    type: 'declaration',
    title: 'Measured',
    lang: 'en',
    capacity: 'personal'
  });
  people.push(person);
  briefs.push({ id, generation: (await briefKeeper.load(id)).generation });
}
const http = createServer();
attachRealtime(http, { ownsEveryUpgrade: true });
http.listen(0, '127.0.0.1', () => {
  process.send!({
    port: (http.address() as AddressInfo).port,
    token: people.map(({ token }) => token),
    briefs
  });
});

let from = process.cpuUsage();
let since = performance.now();
process.on('message', (message) => {
  if (message === 'measure') {
    from = process.cpuUsage();
    since = performance.now();
  } else {
    const { user, system } = process.cpuUsage(from);
    process.send!({
      cpu: (user + system) / 10 / (performance.now() - since),
      memory: process.memoryUsage().rss
    });
  }
});
