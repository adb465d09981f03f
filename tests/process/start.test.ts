import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { freePort, freshFolder, openHouse, runToEnd } from './house.ts';

const oneSentence = (said: string) => said.trim().split('\n').length === 1;

test('an operator with a wrong setting reads one sentence that names it', async () => {
  const dataDir = join(freshFolder(), 'not-yet');
  const { code, said } = await runToEnd({ PORT: 'eighty', DATA_DIR: dataDir });
  expect(code).toBe(1);
  expect(said).toMatch(/^PORT /);
  expect(oneSentence(said)).toBe(true);
  expect(existsSync(dataDir)).toBe(false);
});

test('a busy port costs one sentence and touches nothing', async () => {
  const port = await freePort();
  const other = createServer().listen(port, '127.0.0.1');
  const dataDir = join(freshFolder(), 'not-yet');
  const { code, said } = await runToEnd({ PORT: String(port), DATA_DIR: dataDir });
  other.close();
  expect(code).toBe(1);
  expect(said).toContain(`Port ${port}`);
  expect(oneSentence(said)).toBe(true);
  expect(existsSync(dataDir)).toBe(false);
});

test('a data folder that cannot be one costs one sentence', async () => {
  const folder = freshFolder();
  const file = join(folder, 'a-file');
  writeFileSync(file, 'not a folder');
  const { code, said } = await runToEnd({ PORT: String(await freePort()), DATA_DIR: join(file, 'inside') });
  expect(code).toBe(1);
  expect(said).toMatch(/data folder/);
  expect(oneSentence(said)).toBe(true);
});

test.skipIf(process.getuid?.() === 0 && 'root may write everywhere, so there is no unwritable folder to try')(
  'an unwritable data folder costs one sentence',
  async () => {
    const folder = join(freshFolder(), 'locked');
    mkdirSync(folder);
    chmodSync(folder, 0o500);
    const { code, said } = await runToEnd({ PORT: String(await freePort()), DATA_DIR: folder });
    expect(code).toBe(1);
    expect(said).toMatch(/data folder/);
  }
);

test('a database from a newer version is left as it was', async () => {
  const house = await openHouse();
  await house.end('SIGTERM');
  const file = join(house.dataDir, 'palabre.sqlite');
  const database = new Database(file);
  database
    .prepare(`insert into migrations (tag, applied_at) values ('9999_from_the_future', '2030-01-01')`)
    .run();
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.close();
  const before = readFileSync(file);
  const { code, said } = await runToEnd({
    PORT: String(await freePort()),
    DATA_DIR: house.dataDir,
    PALABRE_DEMO: 'off'
  });
  expect(code).toBe(1);
  expect(said).toMatch(/newer version/);
  expect(readFileSync(file).equals(before)).toBe(true);
});

test('an empty house without demo prints a one-time link that makes the first administrator', async () => {
  const house = await openHouse({ PALABRE_DEMO: 'off' });
  const link = /https?:\/\/\S+\/invitation\/\S+/.exec(house.said())?.[0];
  expect(link).toBeDefined();
  const page = await fetch(link!.replace(/^https?:\/\/[^/]+/, house.origin));
  expect(page.status).toBe(200);
  await house.end('SIGTERM');
});

test('the demo is filled once, and a second start keeps all of it', async () => {
  const first = await openHouse({ PALABRE_DEMO: 'on' });
  expect(first.said()).toContain('ministry.sn@demo.palabre.example');
  const count = async (origin: string) =>
    ((await (await fetch(`${origin}/lessons/lessons.json`)).json()) as { lessons?: unknown[] }).lessons
      ?.length;
  const lessons = await count(first.origin);
  expect(lessons).toBeGreaterThanOrEqual(30);
  expect(await first.end('SIGTERM')).toBe(0);
  const again = await openHouse({ PALABRE_DEMO: 'on', DATA_DIR: first.dataDir });
  expect(await count(again.origin)).toBe(lessons);
  await again.end('SIGTERM');
  expect(readdirSync(first.dataDir)).toContain('palabre.sqlite');
});

test('a demo world that was interrupted half-way is not shown: one sentence says what to do', async () => {
  const house = await openHouse();
  await house.end('SIGTERM');
  const database = new Database(join(house.dataDir, 'palabre.sqlite'));
  database.pragma('user_version = 1');
  database.close();
  const { code, said } = await runToEnd({
    PORT: String(await freePort()),
    DATA_DIR: house.dataDir,
    PALABRE_DEMO: 'on'
  });
  expect(code).toBe(1);
  expect(said).toMatch(/interrupted/);
  expect(oneSentence(said)).toBe(true);
});

test('a page says who may frame, script and sniff it: nobody', async () => {
  const house = await openHouse();
  const { headers } = await fetch(`${house.origin}/`);
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/unsafe-(inline|eval)/);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  await house.end('SIGTERM');
});

test('a guest is sent the page first, with the one script that the policy allows', async () => {
  const house = await openHouse();
  const answer = await fetch(`${house.origin}/`);
  const html = await answer.text();
  const script = /<script>([^]*?)<\/script>/.exec(html)?.[1] ?? '';
  expect(script).toMatch(/new Promise[^]+\.then\(\(\) => import\("[^"]+start/);
  expect(html).not.toContain('modulepreload');
  const hash = createHash('sha256').update(script).digest('base64');
  expect(answer.headers.get('content-security-policy')).toContain(`'sha256-${hash}'`);
  await house.end('SIGTERM');
});

test('a form from another site is refused', async () => {
  const house = await openHouse();
  const answer = await fetch(`${house.origin}/language`, {
    method: 'POST',
    headers: { origin: 'https://evil.example', 'content-type': 'application/x-www-form-urlencoded' },
    body: 'locale=fr&to=/'
  });
  expect(answer.status).toBe(403);
  await house.end('SIGTERM');
});
