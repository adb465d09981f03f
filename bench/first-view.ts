/**
 * `npx node bench/first-view.ts [ORIGIN]`: what a guest with an empty cache fetches for the thread of fifty replies,
 * until nothing more comes: the compressed bytes of each answer with its headers, as they came over the line.
 * Without an origin it starts the built process with the demo world.
 */
import { chromium } from '@playwright/test';
import { chromiumPath } from '../tests/chromium.ts';
import { longThread } from '../tests/process/demo.ts';
import { openHouse } from '../tests/process/house.ts';

const [given, dataDir] = process.argv.slice(2);
const house = given ? undefined : await openHouse({ PALABRE_DEMO: 'on' });
const origin = given ?? house!.origin;
const browser = await chromium.launch({
  executablePath: await chromiumPath(),
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking']
});
const page = await browser.newPage();
const devtools = await page.context().newCDPSession(page);
await devtools.send('Network.enable');
const answers = new Map<string, { url: string; bytes: number }>();
devtools.on('Network.requestWillBeSent', ({ requestId, request }) =>
  answers.set(requestId, { url: request.url, bytes: 0 })
);
devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
  const answer = answers.get(requestId);
  if (answer) answer.bytes = encodedDataLength;
});
page.on('pageerror', (fault) => console.log(`fault in the page: ${fault.message}`));
await page.goto(`${origin}/threads/${longThread(dataDir ?? house!.dataDir)}`, { waitUntil: 'networkidle' });
await page.getByRole('banner').getByText('Live', { exact: true }).waitFor();

const fetched = [...answers.values()]
  .filter(({ url }) => url.startsWith('http'))
  .sort((a, b) => b.bytes - a.bytes);
for (const { url, bytes } of fetched) console.log(`${String(bytes).padStart(8)}  ${url.replace(origin, '')}`);
console.log(
  `${String(fetched.reduce((sum, { bytes }) => sum + bytes, 0)).padStart(8)}  in ${fetched.length} requests`
);
await browser.close();
await house?.end('SIGTERM');
