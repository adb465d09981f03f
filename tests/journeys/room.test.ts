import type { Page } from '@playwright/test';
import { expect, forum, test } from './people.ts';

const live = (page: Page) => expect(page.locator('[data-live]')).toHaveAttribute('data-live', 'live');
const bar = (page: Page) => page.locator('#room-bar');

/** A session of the public forum, scheduled through the form; its address. */
async function schedule(chair: Page, title: string): Promise<string> {
  await chair.goto(`/sessions/new?forum=${forum}`);
  await chair.getByLabel('Title').fill(title);
  await chair.getByLabel('Agenda').fill('5 | Opening\n20 | Who signs');
  await chair.getByRole('button', { name: 'Schedule a session' }).click();
  await expect(chair.getByRole('heading', { level: 1 })).toHaveText(title);
  return new URL(chair.url()).pathname;
}

const width = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test('a delegate with a small phone, one without a mouse and a guest before the wall follow one session', async ({
  visit
}) => {
  test.setTimeout(120_000);
  const chair = await visit('secretariat');
  const phone = await visit('ministry.sn', {
    viewport: { width: 360, height: 640 },
    hasTouch: true,
    isMobile: true
  });
  const keys = await visit('nurses');
  const wall = await visit(null, { viewport: { width: 1920, height: 1080 } });
  const address = await schedule(chair, 'What fits into a hand');
  await Promise.all([phone, keys].map((page) => page.goto(address)));
  await wall.goto(`${address}/projector`);

  // Before: whose night it is, and how long it still takes.
  await expect(phone.getByRole('region', { name: 'What hour it will be' })).toContainText('Senegal');
  await expect(bar(phone)).toContainText('The session begins');
  await expect(wall.getByText('The session begins')).toBeVisible();
  expect(await width(phone)).toBeLessThanOrEqual(0);

  await live(chair);
  await chair.getByRole('button', { name: 'Open the session' }).click();
  await Promise.all([phone, keys].map(live));

  // The phone asks, and sees its place wherever it is on the page.
  await phone.getByRole('button', { name: 'Ask for the floor' }).tap();
  await expect(bar(phone)).toContainText('Your place: 1');
  await phone.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await expect(bar(phone)).toBeInViewport();
  await bar(phone).getByRole('link', { name: 'Agenda' }).tap();
  await expect(phone.getByRole('heading', { name: 'Agenda' })).toBeInViewport();
  expect(await width(phone)).toBeLessThanOrEqual(0);

  // Without a mouse: one key leads to the floor, Tab and Enter do the rest, and the focus stays where one was.
  await keys.keyboard.press('f');
  await expect(keys.locator('#panel-floor')).toBeFocused();
  const ask = keys.getByRole('button', { name: 'Ask for the floor' });
  for (let step = 0; step < 8 && !(await ask.evaluate((button) => button === document.activeElement)); step++)
    await keys.keyboard.press('Tab');
  await expect(ask).toBeFocused();
  await keys.keyboard.press('Enter');
  await expect(bar(keys)).toContainText('Your place: 2');
  await keys.keyboard.press('s');
  await expect(keys.locator('#panel-speakers')).toBeFocused();
  await expect(keys.getByRole('heading', { name: 'Speakers’ list' })).toBeInViewport();

  await chair.getByRole('button', { name: 'Next speaker' }).click();
  await expect(bar(phone)).toContainText('You are speaking');
  await expect(bar(keys)).toContainText('Senegal');
  await expect(wall.getByRole('region', { name: 'Has the floor' })).toContainText('Senegal');
  await expect(wall.getByRole('timer')).toBeVisible();
  await expect(wall.getByRole('region', { name: 'Next' }).getByRole('listitem')).toHaveCount(1);
  await expect(wall.getByRole('button')).toHaveCount(0);
});

test('a delegate without scripts comes in, and their delegation says who leads it', async ({ visit }) => {
  const chair = await visit('secretariat');
  const plain = await visit('ministry.sn', { javaScriptEnabled: false });
  const guest = await visit();
  const address = await schedule(chair, 'Without scripts');
  await live(chair);
  await chair.getByRole('button', { name: 'Open the session' }).click();
  await expect(chair.getByRole('button', { name: 'Next speaker' })).toBeVisible();
  await plain.goto(address);
  await plain.getByRole('button', { name: 'Join the session' }).click();
  await expect(plain.getByText(/^You are here/)).toBeVisible();
  await plain.getByRole('link', { name: 'All delegations and their members' }).click();
  const senegal = plain.getByRole('region', { name: 'Senegal' });
  await senegal.getByRole('button', { name: /^Name as head/ }).click();
  await expect(senegal.getByText(/^Head: /)).toBeVisible();
  // A guest is told who leads, and how many there are; not who else.
  await guest.goto(`${address}/delegations`);
  await expect(guest.getByRole('region', { name: 'Senegal' }).getByText(/^Head: /)).toBeVisible();
  await expect(guest.getByRole('region', { name: 'Senegal' }).getByRole('listitem')).toHaveCount(0);
  await guest.goto(address);
  await expect(guest.getByText('You follow this session as a guest.')).toBeVisible();
  await expect(guest.locator('main form')).toHaveCount(0);
});
