import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { freePort, openHouse } from './house.ts';
import { documentAddress, longThread, openBrief, rows, signIn } from './demo.ts';
import { Writer } from './writer.ts';

const rounds = Number(process.env.KILL_ROUNDS ?? 50);

/** What one round was told is stored: replies answered as posted, marks acknowledged as saved. */
interface Told {
  posts: string[];
  marks: string[];
}

test(`after ${rounds} kills at random moments nothing that a person was told is saved is missing`, async () => {
  const port = String(await freePort());
  let house = await openHouse({ PORT: port, PALABRE_DEMO: 'on', LOG_LEVEL: 'error' });
  const { origin, dataDir } = house;
  const cookies = [
    await signIn(origin, 'ministry.sn@demo.palabre.example'),
    await signIn(origin, 'ministry.mw@demo.palabre.example')
  ];
  const thread = longThread(dataDir);
  const brief = openBrief(dataDir);
  const told: Told = { posts: [], marks: [] };

  for (let round = 0; round < rounds; round++) {
    const stop = { now: false };
    const writers = [new Writer(documentAddress(house.origin, brief), cookies[0])];
    await Promise.all(writers.map((writer) => writer.synced));
    const typing = Promise.all(writers.map((writer, who) => type(writer, `r${round}w${who}`, stop)));
    const posting = Promise.all(cookies.map((cookie) => post(origin, thread, cookie, told, stop)));
    await new Promise((later) => setTimeout(later, 80 + Math.random() * 500));
    await house.end('SIGKILL');
    stop.now = true;
    await Promise.all([typing, posting]);
    for (const writer of writers) {
      told.marks.push(...writer.saved());
      writer.close();
    }
    house = await openHouse({ PORT: port, PALABRE_DEMO: 'on', LOG_LEVEL: 'error', DATA_DIR: dataDir });
    const reader = new Writer(documentAddress(house.origin, brief), cookies[0]);
    await reader.synced;
    const text = reader.text();
    reader.close();
    expect(told.marks.filter((mark) => !text.includes(mark))).toEqual([]);
    const stored = new Set(
      rows<{ id: string }>(dataDir, 'select id from posts where thread_id = ?', thread).map(({ id }) => id)
    );
    expect(told.posts.filter((id) => !stored.has(id))).toEqual([]);
  }
  // The rounds did something: without acknowledged work the promise above would be empty.
  expect(told.posts.length).toBeGreaterThan(rounds / 2);
  expect(told.marks.length).toBeGreaterThan(rounds);
  console.log(
    `${rounds} kills: ${told.posts.length} posts and ${told.marks.length} edits were acknowledged, none is missing`
  );
  await house.end('SIGTERM');
});

test('a stop in the middle of typing loses nothing: what was received is stored before the sockets close', async () => {
  const house = await openHouse({ PALABRE_DEMO: 'on', LOG_LEVEL: 'error' });
  const cookie = await signIn(house.origin, 'ministry.sn@demo.palabre.example');
  const brief = openBrief(house.dataDir);
  const writer = new Writer(documentAddress(house.origin, brief), cookie);
  await writer.synced;
  const stop = { now: false };
  const typing = type(writer, 'stop', stop);
  await new Promise((later) => setTimeout(later, 300));
  const code = await house.end('SIGTERM');
  stop.now = true;
  await typing;
  expect(code).toBe(0);
  expect(writer.saved().length).toBeGreaterThan(5);
  const again = await openHouse({ PALABRE_DEMO: 'on', DATA_DIR: house.dataDir, LOG_LEVEL: 'error' });
  const reader = new Writer(
    documentAddress(again.origin, brief),
    await signIn(again.origin, 'ministry.sn@demo.palabre.example')
  );
  await reader.synced;
  expect(writer.saved().filter((mark) => !reader.text().includes(mark))).toEqual([]);
  reader.close();
  writer.close();
  await again.end('SIGTERM');
});

async function type(writer: Writer, name: string, stop: { now: boolean }): Promise<void> {
  for (let n = 0; !stop.now; n++) {
    writer.write(`${name}n${n};`);
    await new Promise((later) => setTimeout(later, 4));
  }
}

async function post(
  origin: string,
  threadId: string,
  cookie: string,
  told: Told,
  stop: { now: boolean }
): Promise<void> {
  for (let n = 0; n < 15 && !stop.now; n++) {
    const id = randomUUID();
    const body = new URLSearchParams({ id, threadId, body: `Kept ${id}`, capacity: 'personal' });
    const answer = await fetch(`${origin}/threads/${threadId}?/reply`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie, origin, accept: 'text/html' },
      body
    }).catch(() => undefined);
    if (answer && answer.status >= 200 && answer.status < 400) told.posts.push(id);
    await new Promise((later) => setTimeout(later, 20));
  }
}
