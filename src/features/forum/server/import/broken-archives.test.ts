import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { importMbox } from './import-mbox.ts';
import { aFile, aForum, folder, mail } from './test-world.ts';

test('a missing file, a folder and a file that is no list are refused with a reason', async () => {
  const { administrator, slug } = await aForum();
  await expect(importMbox(administrator, { path: join(folder, 'nowhere.mbox'), slug })).rejects.toMatchObject(
    { reason: 'file-missing' }
  );
  await expect(importMbox(administrator, { path: folder, slug })).rejects.toMatchObject({
    reason: 'file-unreadable'
  });
  await expect(
    importMbox(administrator, { path: aFile(Buffer.from([0, 1, 2, 3, 255])), slug })
  ).rejects.toMatchObject({ reason: 'not-an-mbox' });
});

test('from a truncated archive every whole mail is kept, and the report says where it ended', async () => {
  const { administrator, slug, read } = await aForum();
  const words = Array.from({ length: 400 }, (_, n) =>
    mail({ id: `t${n}`, subject: `Subject ${n} ${Math.sin(n)}`, body: `Text ${Math.cos(n)}` })
  ).join('');
  const whole = gzipSync(words);
  const report = await importMbox(administrator, { path: aFile(whole.subarray(0, whole.length / 2)), slug });
  expect(report.broken).toBe('truncated');
  expect(report.messages).toBeGreaterThan(100);
  expect(report.messages).toBeLessThan(400);
  expect((await read()).posts.every(({ body }) => /^Text -?[\d.e-]+$/.test(body))).toBe(true);
});

test('a gzip bomb is stopped and a giant mail is skipped, without filling memory', async () => {
  const { administrator, slug } = await aForum();
  const before = process.memoryUsage().rss;
  const head = Buffer.from(mail({ id: 'ok' }) + mail({ id: 'big' }).trimEnd());
  const report = await importMbox(administrator, {
    path: aFile(gzipSync(Buffer.concat([head, Buffer.alloc(200 * 1024 * 1024, 'a')])), 'bomb.gz'),
    slug
  });
  expect(report).toMatchObject({ messages: 1, broken: 'inflates-too-much' });
  const giant = Buffer.concat([
    head,
    Buffer.alloc(40 * 1024 * 1024, 'a\n'),
    Buffer.from(`\n${mail({ id: 'after' })}`)
  ]);
  expect(await importMbox(administrator, { path: aFile(giant), slug })).toMatchObject({
    messages: 1,
    already: 1,
    skipped: { 'too-large': 1 }
  });
  expect(process.memoryUsage().rss - before).toBeLessThan(700 * 1024 * 1024);
});

test('mails that nobody can read are counted by reason and the others come in', async () => {
  const { administrator, slug } = await aForum();
  const nameless = mail({ id: 'n' })
    .replace('From somebody@list.example', 'From -')
    .replace(/^From: .*\n/m, '');
  const report = await importMbox(administrator, {
    path: aFile(nameless + mail({ id: 'x', body: '' }) + mail({ id: 'y' })),
    slug
  });
  expect(report).toMatchObject({ messages: 1, skipped: { 'no-sender': 1, empty: 1 } });
});

/** Postgres in this process is slow; the law is the same. */
const replies = process.env.PALABRE_TEST_DIALECT === 'postgres' ? 300 : 2000;

test('a chain of thousands of replies is one thread, in order', async () => {
  const { administrator, slug, read } = await aForum();
  const chain = Array.from({ length: replies }, (_, n) =>
    mail({
      id: `r${n}`,
      subject: `Re: ${n}`,
      body: `Reply ${n}`,
      answers: n ? `r${n - 1}` : undefined,
      references: Array.from({ length: Math.min(n, 60) }, (_, k) => `<r${n - k - 1}>`)
        .reverse()
        .join(' ')
    })
  );
  expect(await importMbox(administrator, { path: aFile(chain.join('')), slug })).toMatchObject({
    messages: replies,
    threads: 1,
    people: 1
  });
  expect((await read()).posts.every(({ number, body }) => body === `Reply ${number - 1}`)).toBe(true);
}, 60_000);
