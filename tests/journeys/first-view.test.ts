import { expect, longThread, postCards, test } from './people.ts';

test('a guest with an empty cache reads the thread of fifty replies within 60 kB and 10 requests, all from this server; live by itself it stays within 105', async ({
  visit,
  baseURL
}) => {
  const finder = await visit();
  const address = await longThread(finder);
  const page = await visit();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  const requests = new Map<string, { url: string; bytes: number }>();
  devtools.on('Network.requestWillBeSent', ({ requestId, request }) =>
    requests.set(requestId, { url: request.url, bytes: 0 })
  );
  // Counts the headers too: this is what came over the line for each answer, compressed as the server sent it.
  devtools.on(
    'Network.loadingFinished',
    ({ requestId, encodedDataLength }) => void (requests.get(requestId)!.bytes = encodedDataLength)
  );

  const count = (name: string) => {
    const fetched = [...requests.values()].filter(({ url }) => url.startsWith('http'));
    const bytes = fetched.reduce((sum, request) => sum + request.bytes, 0);
    console.log(`${name}: ${bytes} bytes, ${fetched.length} requests`);
    for (const { url, bytes } of [...fetched].sort((a, b) => b.bytes - a.bytes))
      console.log(`  ${String(bytes).padStart(7)}  ${url.replace(baseURL!, '')}`);
    expect(fetched.filter(({ url }) => new URL(url).origin !== baseURL).map(({ url }) => url)).toEqual([]);
    return { bytes, requests: fetched.length };
  };

  await page.goto(address, { waitUntil: 'networkidle' });
  await expect(postCards(page)).toHaveCount(51);
  const first = count('first view of the thread of fifty replies');
  expect(first.bytes).toBeGreaterThan(10_000);
  expect(first.requests).toBeLessThanOrEqual(10);
  expect(first.bytes).toBeLessThanOrEqual(60_000);

  // Nobody touches it: it goes live by itself.
  await expect(page.locator('[data-live]')).toHaveText('Live');
  const live = count('the same page once it is live');
  expect(live.requests).toBeLessThanOrEqual(12);
  expect(live.bytes).toBeLessThanOrEqual(105_000);
});
