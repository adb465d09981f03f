/**
 * `npx node tests/look.ts ORIGIN FOLDER [EMAIL] PATH...`: screenshots of pages as readers see them: desktop and phone,
 * light and dark, English, French and Arabic. For looking, not for comparing.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumPath } from './chromium.ts';
import { signIn } from './process/demo.ts';

const [origin, folder, ...rest] = process.argv.slice(2);
const email = rest[0]?.includes('@') ? rest.shift() : undefined;
const views = [
  { name: 'desktop-en', width: 1280, height: 900, locale: 'en', scheme: 'light' },
  { name: 'desktop-dark-fr', width: 1280, height: 900, locale: 'fr', scheme: 'dark' },
  { name: 'phone-fr', width: 390, height: 844, locale: 'fr', scheme: 'light' },
  { name: 'phone-dark-ar', width: 390, height: 844, locale: 'ar', scheme: 'dark' }
] as const;

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: await chromiumPath(),
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking']
});
const cookie = email ? (await signIn(origin, email)).split('=') : undefined;
const only = process.env.LOOK;
for (const { name, width, height, locale, scheme } of views.filter(
  (view) => !only || view.name.includes(only)
)) {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: scheme,
    timezoneId: 'Africa/Dakar'
  });
  await context.addCookies([
    { name: 'palabre_locale', value: locale, url: origin },
    { name: 'palabre_timezone', value: 'Africa/Dakar', url: origin },
    ...(cookie ? [{ name: cookie[0], value: cookie[1], url: origin }] : [])
  ]);
  const page = await context.newPage();
  page.on(
    'console',
    (message) =>
      message.type() === 'error' &&
      console.log(`${name} ${page.url()} console: ${message.text().slice(0, 120)}`)
  );
  page.on('pageerror', (error) => console.log(`${name} error: ${error.message}`));
  for (const path of rest) {
    await page.goto(origin + path, { waitUntil: 'load' });
    await page.waitForTimeout(700);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (overflow > 0) console.log(`${name} ${path}: ${overflow}px wider than the screen`);
    const file = `${path.replace(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '') || 'home'}-${name}.png`;
    await page.screenshot({ path: join(folder, file), fullPage: process.env.FULL === '1' });
  }
  await context.close();
}
await browser.close();
