/** What the journeys share: browsers with people in them, and the few moves that every journey makes. */
import { test as base, expect, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';

export { expect };

export const password = 'palaver-tree-demo';
export const emailOf = (key: string) => `${key}@demo.palabre.example`;
/** The public forum, and its thread of fifty replies. */
export const forum = 'health-financing-west-africa';
export const longThreadTitle = /^Gratuité ciblée/;

/** Opens a browser of its own for someone of the demo world, signed in; for a guest without a key. */
export type Visit = (key?: string | null, options?: BrowserContextOptions) => Promise<Page>;

const cookies = new Map<string, Promise<string>>();

/** A sign-in through the form, as a browser without scripts sends it. One a person and worker, unless `fresh`. */
export async function signIn(origin: string, key: string, fresh = false): Promise<string> {
  const known = `${origin} ${key}`;
  if (!fresh && cookies.has(known)) return cookies.get(known)!;
  const made = fetch(`${origin}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ email: emailOf(key), password })
  }).then((answer) => {
    const cookie = answer.headers.getSetCookie().find((one) => one.startsWith('palabre_sign_in='));
    if (!cookie) throw new Error(`${key} could not sign in: ${answer.status}`);
    return cookie.split(';')[0].split('=')[1];
  });
  if (!fresh) cookies.set(known, made);
  return made;
}

export const test = base.extend<{ visit: Visit }>({
  visit: async ({ browser, baseURL }, use) => {
    const { visit, complaints, close } = visitor(browser, baseURL!);
    await use(visit);
    await close();
    // No journey may leave an error in anybody's console: a script's fault, a breach of the page's policy, a 5xx.
    expect(complaints).toEqual([]);
  }
});

/** For tests that open many pages: the browsers, what their consoles complained about, and the end. */
export function visitor(browser: Browser, origin: string) {
  const opened: (() => Promise<void>)[] = [];
  const complaints: string[] = [];
  const visit: Visit = async (key = null, options = {}) => {
    const context = await browser.newContext(options);
    opened.push(() => context.close());
    if (key)
      await context.addCookies([
        {
          name: 'palabre_sign_in',
          value: await signIn(origin, key),
          url: origin,
          httpOnly: true,
          sameSite: 'Lax'
        }
      ]);
    context.on('weberror', (fault) => complaints.push(`${fault.page()?.url()}: ${fault.error().message}`));
    context.on(
      'response',
      (response) => response.status() >= 500 && complaints.push(`${response.url()}: ${response.status()}`)
    );
    context.on('console', (message) => {
      // A refused form and a cut line are told by the browser too; both are what some journeys are about.
      if (message.type() === 'error' && !/Failed to load resource|net::ERR_/.test(message.text()))
        complaints.push(`${message.page()?.url()}: ${message.text()}`);
    });
    return context.newPage();
  };
  return { visit, complaints, close: async () => void (await Promise.all(opened.map((close) => close()))) };
}

/** Until the scripts of a page have it in hand: keys work, and what stands in a field may be replaced. They come last. */
export const ready = (page: Page): Promise<void> => page.waitForLoadState('networkidle');

/** A thread of one's own in the public forum, started through the form; its address. */
export async function startThread(
  page: Page,
  title: string,
  body = 'What did you try, and what came of it?'
): Promise<string> {
  await page.goto(`/threads/new?forum=${forum}`);
  await page.getByLabel('Title').fill(title);
  await page.getByLabel('What it is about').fill(body);
  await page.getByRole('button', { name: 'Start a thread' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  return new URL(page.url()).pathname;
}

/** Opens a thread and waits until it hears what happens in it. */
export async function openThread(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.locator('[data-live]')).toHaveText('Live');
  await expect(page.getByRole('heading', { name: /here now$/ })).toBeVisible();
}

export async function reply(page: Page, text: string): Promise<void> {
  await page.getByLabel('Text of your reply').fill(text);
  await page.getByRole('button', { name: 'Post reply' }).click();
}

export const postCards = (page: Page) => page.locator('article[data-number]');

/** The posts that a window shows, in its order: number and text. */
export const postsShown = (page: Page): Promise<string[]> =>
  postCards(page).evaluateAll((cards) =>
    cards.map((card) => `${card.id} ${card.querySelector('.prose')?.textContent?.trim()}`)
  );

/** The moment (ms, this machine's clock) at which a window first shows a text; asked for before it comes. */
export async function whenShown(page: Page, text: string): Promise<() => Promise<number>> {
  await page.evaluate((text) => {
    const moments = ((globalThis as unknown as { moments: Record<string, number> }).moments ??= {});
    const look = () => {
      if (!(text in moments) && document.querySelector('main')?.textContent?.includes(text))
        moments[text] = Date.now();
    };
    new MutationObserver(look).observe(document.body, {
      childList: true,
      subtree: true,
      characterData: true
    });
    look();
  }, text);
  return async () => {
    const moment = () =>
      page.evaluate(
        (text) => (globalThis as unknown as { moments: Record<string, number> }).moments[text] ?? 0,
        text
      );
    await expect.poll(moment).toBeGreaterThan(0);
    return moment();
  };
}

/** The address of the thread of fifty replies, found as a reader finds it. */
export async function longThread(page: Page): Promise<string> {
  await page.goto(`/forums/${forum}`);
  return (await page.getByRole('link', { name: longThreadTitle }).first().getAttribute('href'))!;
}
