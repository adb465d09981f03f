import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { expect, test, vi } from 'vitest';
import { freePort, openHouse } from './house.ts';
import { longThread, signIn } from './demo.ts';

const form = { 'content-type': 'application/x-www-form-urlencoded' };

test('a reply that was answered just before a kill is told after the start, once, by mail too; one click stops it', async () => {
  const port = String(await freePort());
  const settings = { PORT: port, PALABRE_DEMO: 'on', LOG_LEVEL: 'error' };
  let house = await openHouse(settings);
  const { origin, dataDir } = house;
  const [reader, writer] = await Promise.all([
    signIn(origin, 'nurses@demo.palabre.example'),
    signIn(origin, 'ministry.mw@demo.palabre.example')
  ]);
  const thread = longThread(dataDir);
  const send = (path: string, cookie: string, fields: Record<string, string>) =>
    fetch(`${origin}${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { ...form, cookie, origin, accept: 'text/html' },
      body: new URLSearchParams(fields)
    });
  const reply = async (body: string) => {
    const id = randomUUID();
    const { status } = await send(`/threads/${thread}?/reply`, writer, { id, body, capacity: 'personal' });
    expect(status).toBe(303);
    return id;
  };
  const mails = async () => {
    const folder = join(dataDir, 'mail');
    const files = await Promise.resolve(readdirSync(folder)).catch(() => []);
    const all = await Promise.all(files.map((file) => PostalMime.parse(readFileSync(join(folder, file)))));
    return all.filter(({ to }) => to?.[0]?.address === 'nurses@demo.palabre.example');
  };
  expect((await send('/settings?/mail', reader, { rhythm: 'immediate' })).status).toBe(200);
  expect((await send('/watches', reader, { kind: 'thread', id: thread, level: 'everything' })).status).toBe(
    303
  );

  // What the demo world left unread is not what this is about, and would come with it as one mail.
  expect((await send('/notifications?/reading', reader, {})).status).toBe(303);

  const id = await reply('Told before the kill.');
  await house.end('SIGKILL');
  house = await openHouse({ ...settings, DATA_DIR: dataDir });
  const told = await vi.waitFor(
    async () => {
      const mail = (await mails()).find(({ messageId }) => messageId?.includes(id));
      expect(mail).toBeDefined();
      return mail!;
    },
    { timeout: 20_000, interval: 200 }
  );
  expect(told.text).toContain('Told before the kill.');
  expect((await mails()).filter(({ messageId }) => messageId?.includes(id))).toHaveLength(1);

  const address = /<http:\/\/[^/]+(\/unsubscribe\/[\w-]+)>/.exec(
    told.headers.find(({ key }) => key === 'list-unsubscribe')!.value
  )![1];
  // Looking stops nothing; the mail service's own POST, without cookie and Origin, does.
  expect((await fetch(`${origin}${address}`)).status).toBe(200);
  const clicked = await fetch(`${origin}${address}`, {
    method: 'POST',
    headers: form,
    body: 'List-Unsubscribe=One-Click'
  });
  expect(clicked.status).toBe(200);
  const forged = await fetch(`${origin}/unsubscribe/${'A'.repeat(66)}`, {
    method: 'POST',
    headers: form,
    body: 'x=1'
  });
  expect(forged.status).toBe(404);
  // Every other form still asks for its Origin.
  const foreign = await fetch(`${origin}/watches`, {
    method: 'POST',
    headers: { ...form, cookie: reader },
    body: 'x=1'
  });
  expect(foreign.status).toBe(403);

  const after = await reply('After the click.');
  await new Promise((later) => setTimeout(later, 2000));
  expect((await mails()).filter(({ messageId }) => messageId?.includes(after))).toEqual([]);
  expect(await house.end('SIGTERM')).toBe(0);
});
