import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { readZip } from '../../src/lib/server/zip.ts';
import { verifyExport } from '../../src/features/archive/server/verify-export.ts';
import { expect, longThread, reply, startThread, test } from './people.ts';

const plain = { javaScriptEnabled: false };

test('a guest without scripts takes a whole thread along, and reads it offline', async ({ visit }) => {
  const guest = await visit(null, plain);
  await guest.goto(await longThread(guest));
  const take = guest.getByRole('region', { name: 'Take the whole thread with you' });
  const [zip] = await Promise.all([
    guest.waitForEvent('download'),
    take.getByRole('link', { name: 'Everything in one ZIP' }).click()
  ]);
  expect(zip.suggestedFilename()).toMatch(/^Gratuité-ciblée.*\.zip$/);
  const files = readZip(readFileSync(await zip.path()));
  const verdict = verifyExport(files);
  expect(verdict.wrong).toEqual([]);
  expect(verdict.posts).toBe(51);

  // Opened from a disk: nothing to fetch, nothing to run, nothing that axe finds.
  const reader = await visit();
  const asked: string[] = [];
  reader.on('request', (request) => asked.push(request.url()));
  await reader.setContent(files.get('thread.html')!.toString());
  await expect(reader.locator('article')).toHaveCount(51);
  await expect(reader.locator('article script, article img')).toHaveCount(0);
  expect(asked).toEqual([]);
  const { violations } = await new AxeBuilder({ page: reader }).setLegacyMode(true).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0].html}`)).toEqual([]);
});

test('a feed reader finds the feed of a thread, reads it as XML, and asks again for nothing', async ({
  visit,
  request
}) => {
  const guest = await visit();
  await guest.goto(await longThread(guest));
  const link = guest.locator('link[rel=alternate][type="application/atom+xml"]');
  const href = (await link.getAttribute('href'))!;
  const read = await guest.evaluate(async (address) => {
    const answer = await fetch(address);
    const feed = new DOMParser().parseFromString(await answer.text(), 'application/xml');
    const text = (path: string) => feed.querySelector(path)?.textContent ?? '';
    const html = new DOMParser().parseFromString(text('entry content'), 'text/html');
    return {
      broken: feed.querySelector('parsererror')?.textContent,
      namespace: feed.documentElement.namespaceURI,
      entries: feed.querySelectorAll('entry').length,
      ids: new Set([...feed.querySelectorAll('entry > id')].map((id) => id.textContent)).size,
      author: text('entry author name'),
      words: html.body.textContent?.trim().length ?? 0
    };
  }, href);
  expect(read).toMatchObject({
    broken: undefined,
    namespace: 'http://www.w3.org/2005/Atom',
    entries: 50,
    ids: 50
  });
  expect(read.author).toMatch(/on behalf of the organisation|in a personal capacity/);
  expect(read.words).toBeGreaterThan(20);
  const first = await request.get(href);
  const again = await request.get(href, { headers: { 'if-none-match': first.headers().etag } });
  expect(again.status()).toBe(304);
});

test('a member makes a key without scripts, and a reader that cannot sign in follows a closed forum with it', async ({
  visit,
  request
}) => {
  const member = await visit('nurses', plain);
  await member.goto('/settings');
  await member.getByRole('link', { name: 'Feeds' }).click();
  await member.getByRole('button', { name: /Make a (new )?key/ }).click();
  const key = (await member.locator('code').first().textContent())!.trim();
  expect(key).toMatch(/^\?token=[\w-]{43}$/);
  const closed = member.locator('li code', { hasText: key }).first();
  const address = new URL((await closed.textContent())!);
  expect((await request.get(address.pathname)).status()).toBe(404);
  const opened = await request.get(`${address.pathname}${key}`);
  expect(opened.status()).toBe(200);
  expect(opened.headers()['cache-control']).toContain('private');
  expect(await opened.text()).not.toContain(key.slice(7));
  await member.getByRole('button', { name: 'End the key' }).click();
  expect((await request.get(`${address.pathname}${key}`)).status()).toBe(404);
});

test('three people let everyone read a closed thread, and one of them takes it back', async ({ visit }) => {
  const [nurse, expert, moderator, guest] = await Promise.all([
    visit('nurses'),
    visit('expert', plain),
    visit('ministry.sn', plain),
    visit(null, plain)
  ]);
  const address = await startThread(
    nurse,
    'May others read what we learned?',
    'Night shifts were paid late.'
  );
  await expert.goto(address);
  await reply(expert, 'My number is 555-0199. Ours were paid on time.');
  await moderator.goto(address);
  await moderator.getByText('Close this thread').first().click();
  await moderator.locator('form[action="?/locking"] [name=reason]').fill('All is said.');
  await moderator.getByRole('button', { name: 'Close this thread' }).click();
  await moderator.goto(address);
  await moderator.getByRole('link', { name: 'Propose a public copy' }).click();
  await moderator.getByRole('button', { name: 'Ask the authors' }).click();
  await expect(moderator.getByRole('row')).toHaveCount(3);
  await expect(moderator.getByRole('button', { name: 'Make the copy public' })).toBeDisabled();

  await nurse.goto('/copies');
  await nurse.getByRole('link', { name: 'May others read what we learned?' }).click();
  await nurse.getByLabel('Yes, with the name').check();
  await nurse.getByRole('button', { name: 'Answer' }).click();
  await expect(nurse.getByRole('button', { name: 'Change the answer' })).toBeVisible();
  await expert.goto(`${address}/copy`);
  await expert.getByLabel('Yes, without a personal name').check();
  await expert.getByRole('button', { name: 'Answer' }).click();

  await moderator.reload();
  await moderator.getByText('Post 2', { exact: true }).click();
  await moderator.getByLabel('Passage of post 2').fill('555-0199');
  await moderator.getByRole('button', { name: 'Take it out' }).last().click();
  await moderator.getByRole('button', { name: 'Make the copy public' }).click();
  const copy = (await moderator.getByRole('link', { name: 'The public copy' }).getAttribute('href'))!;

  await guest.goto('/copies');
  await guest.getByRole('link', { name: 'May others read what we learned?' }).click();
  await expect(guest.getByText('Night shifts were paid late.')).toBeVisible();
  await expect(guest.getByText('My number is ▇▇▇. Ours were paid on time.')).toBeVisible();
  await expect(guest.getByText('Leïla Haddad')).toHaveCount(0);
  // Axe needs scripts of its own, which the page itself does not.
  await nurse.goto(copy);
  const { violations } = await new AxeBuilder({ page: nurse }).setLegacyMode(true).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0].html}`)).toEqual([]);

  await expert.reload();
  await expert.getByLabel('No', { exact: false }).last().check();
  await expert.getByRole('button', { name: 'Change the answer' }).click();
  await expect(expert.getByRole('button', { name: 'Change the answer' })).toBeVisible();
  await guest.goto(copy);
  await expect(guest.getByText('Ours were paid on time.')).toHaveCount(0);
  await expect(guest.getByText('A contribution is not part of this copy.')).toBeVisible();

  await moderator.goto(`${address}/copy`);
  await moderator.getByText('Withdraw the copy').first().click();
  await moderator.getByRole('button', { name: 'Withdraw the copy' }).click();
  expect((await guest.goto(copy))?.status()).toBe(410);
});
