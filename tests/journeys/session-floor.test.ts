import type { Page } from '@playwright/test';
import { freePort, openHouse, type House } from '../process/house.ts';
import { expect, test as base, visitor, type Visit } from './people.ts';

/** A house of this journey's own: it is killed in the middle of the session. */
const test = base.extend<{ house: House; guests: { visit: Visit } }>({
  // eslint-disable-next-line no-empty-pattern -- a fixture without others
  house: async ({}, use) => {
    const port = String(await freePort());
    const house = await openHouse({ PORT: port, PALABRE_DEMO: 'on', PALABRE_LOCALES: 'en,fr,ar' });
    await use(house);
    await house.end('SIGTERM');
  },
  guests: async ({ browser, house }, use) => {
    const { visit, complaints, close } = visitor(browser, house.origin);
    await use({
      visit: async (key, options) => {
        const page = await visit(key, { baseURL: house.origin, ...options });
        return page;
      }
    });
    await close();
    expect(complaints).toEqual([]);
  }
});

const list = (page: Page) => page.locator('section[aria-labelledby="queue-title"]');
const isLive = (page: Page) => expect(page.locator('[data-live]')).toHaveAttribute('data-live', 'live');
const left = async (page: Page) => Number(await page.getByRole('timer').getAttribute('data-left'));
/** Who waits, as this window shows it, by whom they speak for (in the language of the window). */
const waiting = async (page: Page) =>
  (await list(page).getByRole('listitem').locator('strong').allInnerTexts()).map((name) =>
    name.replace(/ \(.*\)$/, '')
  );

test('five people hold a session: a phone in French, a keyboard, a clock an hour off; the chair loses the line, the server is killed, and nobody loses a place or a word', async ({
  house,
  guests
}) => {
  test.setTimeout(240_000);
  const { visit } = guests;
  const [chair, deputy, keyboard, phone, skewed] = await Promise.all([
    visit('secretariat'),
    visit('ministry.sn'),
    visit('nurses'),
    visit('fatoumata.traore', {
      locale: 'fr-FR',
      viewport: { width: 360, height: 740 },
      hasTouch: true,
      isMobile: true
    }),
    visit('expert')
  ]);
  await skewed.addInitScript(() => {
    const RealDate = Date;
    const hour = 3_600_000;
    globalThis.Date = class extends RealDate {
      constructor(...all: unknown[]) {
        super(...((all.length > 0 ? all : [RealDate.now() + hour]) as [number]));
      }
      static override now = () => RealDate.now() + hour;
    } as DateConstructor;
  });

  await chair.goto('/sessions');
  await chair
    .getByRole('region', { name: 'Schedule a session' })
    .getByRole('link', { name: 'Health financing in five West African countries' })
    .click();
  await chair.getByLabel('Title').fill('Who advances the money?');
  await chair.getByLabel('Agenda').fill('20 | The advance');
  await chair.getByRole('button', { name: 'Schedule a session' }).click();
  await expect(chair.getByRole('heading', { level: 1 })).toHaveText('Who advances the money?');
  const address = new URL(chair.url()).pathname;
  const everyone = [chair, deputy, keyboard, phone, skewed];
  await isLive(chair);
  const presiding = (page: Page) => page.locator('section[aria-labelledby="presiding-title"]');
  await presiding(chair).locator('summary').click();
  await presiding(chair).getByLabel('Name a deputy').selectOption({ label: 'Mariama Diouf' });
  await presiding(chair).getByRole('button', { name: 'Name', exact: true }).click();
  await expect(presiding(chair).getByRole('listitem')).toContainText('Mariama Diouf');
  await chair.getByRole('button', { name: 'Open the session' }).click();
  await Promise.all(everyone.slice(1).map((page) => page.goto(address)));
  await Promise.all(everyone.map(isLive));

  // The chair says how the list runs; everyone reads it.
  await chair.locator('#list-rules').click();
  await chair.getByLabel('Order of the list').selectOption({ label: 'Rotation over regions' });
  await chair.getByRole('button', { name: 'Use this order' }).click();
  await expect(list(phone)).toContainText('la région qui a le moins pris la parole');
  await chair.getByRole('textbox', { name: 'Statement' }).fill('0:50');
  await chair.getByRole('button', { name: 'Set these times' }).click();

  // One asks by touch, one by keyboard alone, one with a clock that is an hour off.
  await phone.getByRole('button', { name: 'Demander la parole' }).tap();
  await expect(phone.getByText(/^Vous êtes au rang 1/)).toBeVisible();
  await tabTo(keyboard, 'Ask for the floor');
  await keyboard.keyboard.press('Enter');
  await expect(keyboard.getByText(/^You are number/)).toBeVisible();
  await skewed.getByRole('button', { name: 'Ask for the floor' }).click();
  await expect(skewed.getByText(/^You are number/)).toBeVisible();
  await expect.poll(() => waiting(chair)).toHaveLength(3);
  const order = await waiting(chair);
  for (const page of [deputy, keyboard, skewed]) await expect.poll(() => waiting(page)).toEqual(order);
  await expect.poll(() => waiting(phone)).toHaveLength(3);
  expect((await waiting(phone))[0]).toBe('Mali');
  await phone.evaluate(() => {
    const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    if (wide > 0) throw new Error(`the page is ${wide} px wider than the phone`);
  });

  await chair.getByRole('button', { name: 'Next speaker: Mali' }).click();
  for (const page of everyone) await expect(page.getByRole('timer')).toBeVisible();
  await sameClock(everyone);

  // A text half written, and the chair is gone.
  const words = 'Half written when the machine died.';
  await keyboard.getByText('Write a statement').click();
  await keyboard.getByLabel('Your statement').fill(words);
  for (const page of [deputy, keyboard, phone, skewed])
    await page.evaluate(() => void ((globalThis as unknown as { mark: string }).mark = 'same page'));
  await chair.context().close();
  const gone = Date.now();
  await expect(presiding(deputy)).toContainText('line is lost', { timeout: 20_000 });
  console.log(`that the chair was gone was seen after ${Date.now() - gone} ms`);
  await tabTo(deputy, 'Take the chair');
  await deputy.keyboard.press('Enter');
  await expect(presiding(phone)).toContainText('préside à la place de');
  expect(Math.abs((await left(deputy)) - (await left(phone)))).toBeLessThanOrEqual(1);

  // The machine dies in the middle of the turn, and is started again.
  const windows = [deputy, keyboard, phone, skewed];
  const before = await Promise.all(windows.map(waiting));
  const [startedAt, leftThen] = [Date.now(), await left(deputy)];
  await house.end('SIGKILL');
  await expect(deputy.locator('[data-live]')).not.toHaveAttribute('data-live', 'live');
  const again = await openHouse({
    PORT: new URL(house.origin).port,
    PALABRE_DEMO: 'on',
    PALABRE_LOCALES: 'en,fr,ar',
    DATA_DIR: house.dataDir
  });
  try {
    const up = Date.now();
    await Promise.all(windows.map(isLive));
    console.log(`all windows were back ${Date.now() - up} ms after the server was`);
    expect(Date.now() - up).toBeLessThan(5000);
    expect(await Promise.all(windows.map(waiting))).toEqual(before);
    for (const page of windows) {
      const expected = leftThen - (Date.now() - startedAt) / 1000;
      expect(Math.abs((await left(page)) - expected)).toBeLessThan(2);
      expect(await page.evaluate(() => (globalThis as unknown as { mark: string }).mark)).toBe('same page');
    }
    await expect(keyboard.getByLabel('Your statement')).toHaveValue(words);
    // Nor does a page that is loaded anew lose it.
    await keyboard.reload();
    await isLive(keyboard);
    await expect(keyboard.getByLabel('Your statement')).toHaveValue(words);
    await keyboard.getByRole('button', { name: 'Post the statement' }).click();
    await expect(keyboard.getByLabel('Your statement')).toHaveValue('');
    await expect(phone.getByText(words)).toBeVisible();
    await keyboard.reload();
    await isLive(keyboard);
    await expect(keyboard.getByLabel('Your statement')).toHaveValue('');

    // Over time is counted, in every language; then the deputy goes on.
    await expect(phone.getByRole('timer')).toContainText('temps dépassé', { timeout: 60_000 });
    const next = (await waiting(deputy))[0];
    await deputy.getByRole('button', { name: `Skip ${next}` }).click();
    await expect(list(keyboard)).toContainText('called and not there; stays in the list');
    await deputy.locator('#list-rules').click();
    await deputy.getByRole('button', { name: 'Close the list' }).click();
    await expect(list(phone)).toContainText('La liste est close');
    await deputy.getByRole('button', { name: /^Next speaker/ }).click();
    await expect(phone.getByText(/close pour les déclarations/)).toBeVisible();
    await expect(phone.locator('#ask-kind option')).toHaveText(['Droit de réponse', 'Motion d’ordre']);
    const time = phone.getByRole('region', { name: 'Temps utilisé' });
    await expect(time.getByRole('row').filter({ hasText: 'Mali' })).toContainText('dépassement');
    await Promise.all(windows.map((page) => page.context().close()));
  } finally {
    await again.end('SIGTERM');
  }
});

/** Reaches a button as somebody without a mouse does. */
async function tabTo(page: Page, name: string): Promise<void> {
  const button = page.getByRole('button', { name, exact: true });
  await expect(button).toBeVisible();
  for (let presses = 0; presses < 120; presses++) {
    if (await button.evaluate((it) => it === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${name} is not reached by the keyboard`);
}

/** Notes in every window when the clock turns to each second, by a clock that no window can set, and compares. */
async function sameClock(pages: Page[]): Promise<void> {
  const noted = await Promise.all(
    pages.map((page) =>
      page.getByRole('timer').evaluate(
        (timer) =>
          new Promise<[string, number][]>((resolve) => {
            const moments: [string, number][] = [];
            const observer = new MutationObserver(() =>
              moments.push([timer.getAttribute('data-left')!, performance.timeOrigin + performance.now()])
            );
            observer.observe(timer, { attributes: true, attributeFilter: ['data-left'] });
            setTimeout(() => (observer.disconnect(), resolve(moments)), 6000);
          })
      )
    )
  );
  const [own, ...others] = noted.map((moments) => new Map(moments));
  const spreads = [...own.keys()]
    .filter((second) => others.every((each) => each.has(second)))
    .map((second) => {
      const moments = [own, ...others].map((each) => each.get(second)!);
      return Math.round(Math.max(...moments) - Math.min(...moments));
    })
    .sort((a, b) => a - b);
  console.log(`${pages.length} windows turned to the same second within ${spreads.join(', ')} ms`);
  expect(spreads.length).toBeGreaterThanOrEqual(3);
  expect(spreads[Math.floor(spreads.length / 2)]).toBeLessThan(250);
}
