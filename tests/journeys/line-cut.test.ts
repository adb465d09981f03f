import { createServer, connect, type Socket } from 'node:net';
import type { Page } from '@playwright/test';
import { expect, openThread, postCards, ready, postsShown, reply, startThread, test } from './people.ts';

const lineOf = (page: Page) => page.locator('[data-live]');
const marked = (page: Page) => page.evaluate(() => (globalThis as unknown as { mark?: string }).mark);
const mark = (page: Page) =>
  page.evaluate(() => void ((globalThis as unknown as { mark?: string }).mark = 'the same page'));

test('a nurse whose network is cut for 30 s ends with the same posts as the others, her own once', async ({
  visit
}) => {
  test.setTimeout(120_000);
  const [nurse, ministry, expert] = await Promise.all([
    visit('nurses'),
    visit('ministry.sn'),
    visit('expert')
  ]);
  const address = await startThread(ministry, 'Half a minute without a network');
  await Promise.all([nurse, ministry, expert].map((page) => openThread(page, address)));
  await reply(ministry, 'Before the cut.');
  for (const page of [nurse, expert])
    await expect(postCards(page).filter({ hasText: 'Before the cut.' })).toHaveCount(1);
  await mark(nurse);

  const cutAt = Date.now();
  await nurse.context().setOffline(true);
  await expect(lineOf(nurse)).toHaveText('Offline; what you write is kept on this device');
  await reply(nurse, 'Written in the dark.');
  await expect(nurse.locator('[data-pending]')).toContainText('Not sent yet; kept on this device.');

  await reply(expert, 'First while she is away.');
  await expect(postCards(ministry).filter({ hasText: 'First while she is away.' })).toHaveCount(1);
  await reply(ministry, 'Second while she is away.');
  await postCards(ministry)
    .filter({ hasText: 'Before the cut.' })
    .getByRole('link', { name: 'Edit or withdraw' })
    .click();
  const mended = ministry.getByRole('textbox', { name: /^Text/ });
  await expect(mended).toHaveValue('Before the cut.');
  await ready(ministry);
  await mended.fill('Before the cut, and mended during it.');
  await ministry.getByRole('button', { name: 'Save' }).click();
  await expect(postCards(ministry).filter({ hasText: 'mended during it' })).toHaveCount(1);
  await openThread(ministry, address);
  await reply(expert, 'Third while she is away.');
  await expect(postCards(expert)).toHaveCount(5);
  expect(await postCards(nurse).count()).toBe(2);
  await nurse.waitForTimeout(Math.max(0, 30_000 - (Date.now() - cutAt)));

  await nurse.context().setOffline(false);
  const backAt = Date.now();
  await expect(lineOf(nurse)).toHaveText('Live');
  for (const page of [nurse, ministry, expert])
    await expect(postCards(page).filter({ hasText: 'Written in the dark.' })).toHaveCount(1);
  await expect(nurse.locator('[data-pending]')).toHaveCount(0);
  const expected = await postsShown(expert);
  expect(expected).toHaveLength(6);
  expect(new Set(expected).size).toBe(6);
  expect(expected[1]).toContain('mended during it');
  for (const page of [nurse, ministry]) await expect.poll(() => postsShown(page)).toEqual(expected);
  console.log(`after 30 s without a network the page was whole again in ${Date.now() - backAt} ms`);
  expect(await marked(nurse)).toBe('the same page');
});

test('a delegate behind a line that breaks reads that it is reconnecting, and misses nothing', async ({
  visit,
  baseURL
}) => {
  const line = await openLine(Number(new URL(baseURL!).port));
  const [page, other] = await Promise.all([visit(null, { baseURL: line.origin }), visit('nurses')]);
  const address = await startThread(other, 'A line that breaks');
  await Promise.all([openThread(page, address), openThread(other, address)]);
  await mark(page);

  line.cut();
  await expect(lineOf(page)).toHaveText('Reconnecting; what is new will follow');
  await reply(other, 'Said while the line was down.');
  await expect(postCards(other)).toHaveCount(2);
  line.mend();
  await expect(lineOf(page)).toHaveText('Live');
  await expect(postCards(page).filter({ hasText: 'Said while the line was down.' })).toHaveCount(1);
  await expect.poll(() => postsShown(page)).toEqual(await postsShown(other));
  expect(await marked(page)).toBe('the same page');
  await line.close();
});

/** A line to the server that can be cut while the browser still believes in its network. */
async function openLine(port: number) {
  const ends = new Set<Socket>();
  let broken = false;
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    for (const end of [near, far]) end.on('error', () => near.destroy()).on('close', () => ends.delete(end));
    ends.add(near).add(far);
    if (broken) return void near.destroy();
    near.pipe(far).pipe(near);
  });
  const cut = () => {
    broken = true;
    for (const end of ends) end.destroy();
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port: own } = server.address() as { port: number };
  return {
    origin: `http://127.0.0.1:${own}`,
    cut,
    mend: () => void (broken = false),
    close: () => (cut(), new Promise<void>((resolve) => server.close(() => resolve())))
  };
}
