import { devices } from '@playwright/test';
import type { Page } from '@playwright/test';
import { expect, signIn, startThread, test } from './people.ts';

const answers = (page: Page) => page.getByRole('region', { name: 'Answers', exact: true });
const result = (page: Page) => page.getByRole('region', { name: /^(Where everyone stands so far|Result)$/ });
const own = (page: Page) => page.getByRole('region', { name: 'Your position' });
const lineOf = (page: Page) => page.locator('[data-live]');

/** Puts a question in a thread, by the form. */
async function propose(page: Page, thread: string, fill: () => Promise<void>): Promise<string> {
  await page.goto(thread);
  await page.getByRole('link', { name: 'Make a proposal' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'New proposal' })).toBeVisible();
  await fill();
  await page.getByRole('button', { name: 'Put the question' }).click();
  await page.waitForURL(/\/proposals\/[0-9a-f-]{36}/);
  return new URL(page.url()).pathname;
}

test('five people decide by consent: one on a phone, one with a keyboard, one without scripts; dissent is quoted beside the result', async ({
  visit,
  baseURL
}) => {
  test.setTimeout(150_000);
  const [chair, phone, keyboard, plain, guest] = await Promise.all([
    visit('ministry.sn'),
    visit('koffi.nguessan', { ...devices['Pixel 7'], defaultBrowserType: undefined } as object),
    visit('fatoumata.traore'),
    visit('ivone.tavares', { javaScriptEnabled: false }),
    visit()
  ]);
  const thread = await startThread(chair, 'Who signs for the advance?');
  const address = await propose(chair, thread, async () => {
    await chair.getByLabel('The question').fill('Does the committee of the health post sign?');
    await chair
      .getByLabel('What it is about')
      .fill('> The **committee of the post** signs within seven days.');
    await chair.getByRole('radio', { name: /^Consent/ }).check();
    await chair.getByRole('radio', { name: 'One position per country delegation' }).check();
  });

  const watching = [chair, phone, keyboard, guest];
  await Promise.all([...watching, plain].map((page) => page.goto(address)));
  for (const page of watching) await expect(lineOf(page)).toHaveAttribute('data-live', 'live');
  await expect(own(guest).getByRole('link', { name: 'Sign in to take a position.' })).toBeVisible();

  // The phone: a tap on what one means, and the button.
  await own(phone)
    .getByRole('radio', { name: /^Support We agree/ })
    .tap();
  await own(phone).getByRole('button', { name: 'Cast this position' }).tap();
  await expect(own(phone).getByText('What stands now:')).toBeVisible();
  for (const page of watching) await expect(answers(page)).toContainText('1 of 5 have answered');
  await expect(result(guest).getByRole('row', { name: /^Support \d/ })).toHaveText(/1\s*100%/);

  // The keyboard alone: arrows choose, Tab goes on, Enter sends. An objection without its reason is refused in words.
  await own(keyboard)
    .getByRole('radio', { name: /^Support We agree/ })
    .focus();
  await keyboard.keyboard.press('ArrowUp');
  await expect(own(keyboard).getByRole('radio', { name: /^Object/ })).toBeChecked();
  await keyboard.keyboard.press('Tab');
  await keyboard.keyboard.press('Tab');
  await keyboard.keyboard.press('Tab');
  await keyboard.keyboard.press('Enter');
  await expect(own(keyboard).getByRole('alert')).toHaveText(/say why you object/);
  await expect(own(keyboard).getByRole('radio', { name: /^Object/ })).toBeChecked();
  await own(keyboard).getByLabel('Explanation of position').focus();
  await keyboard.keyboard.type('The text does not say who keeps the receipts.');
  await keyboard.keyboard.press('Tab');
  await keyboard.keyboard.press('Enter');
  await expect(own(keyboard).getByText('What stands now:')).toBeVisible();

  // Without scripts: the same form, a new page.
  await own(plain)
    .getByRole('radio', { name: /^Support with a reservation/ })
    .check();
  await own(plain)
    .getByRole('textbox', { name: /^Reservation/ })
    .fill('For islands, ten days.');
  await own(plain).getByRole('button', { name: 'Cast this position' }).click();
  await expect(own(plain).getByText('What stands now:')).toBeVisible();
  await expect(result(plain).getByRole('row', { name: /^Support with a reservation/ })).toHaveText(/1/);
  const dissent = (page: Page) => page.getByRole('region', { name: 'Objections, reservations and doubts' });
  for (const page of watching) {
    await expect(dissent(page)).toContainText('For islands, ten days.');
    await expect(dissent(page)).toContainText('The text does not say who keeps the receipts.');
    await expect(answers(page)).toContainText('3 of 5 have answered');
  }

  // Mali changes its mind; what it had cast stays for its own side only.
  await own(keyboard)
    .getByRole('radio', { name: /^Abstain/ })
    .check();
  await own(keyboard).getByRole('button', { name: 'Change the position' }).click();
  await expect(own(keyboard).getByText('One earlier position, seen by your side only')).toBeVisible();
  await expect(dissent(guest)).not.toContainText('who keeps the receipts');

  await chair.locator('summary', { hasText: 'Close now' }).click();
  await chair
    .locator('details', { has: chair.locator('summary', { hasText: 'Close now' }) })
    .getByLabel('Reason (everyone reads it)')
    .fill('The session begins.');
  await chair.getByRole('button', { name: 'Close now' }).click();
  for (const page of watching) {
    await expect(page.getByText('Adopted, with reservations')).toBeVisible();
    await expect(answers(page)).toContainText('2 did not answer');
    await expect(page.getByText('The session begins.')).toBeVisible();
  }
  const [record, csv] = await Promise.all([
    fetch(`${baseURL}${address}/record.json`),
    fetch(`${baseURL}${address}/positions.csv`)
  ]);
  expect(record.headers.get('repr-digest')).toMatch(/^sha-256=:/);
  expect(await record.text()).toContain('"code":"adopted_with_reservations"');
  expect((await csv.text()).split('\r\n').filter(Boolean)).toHaveLength(6);
  await guest.goto(thread);
  await expect(guest.getByRole('region', { name: 'Proposals' })).toContainText('Adopted, with reservations');
});

test('what is closed until the end is told by no page, file or line before it, to a moderator neither', async ({
  visit,
  baseURL
}) => {
  test.setTimeout(120_000);
  const [chair, koffi, guest] = await Promise.all([visit('secretariat'), visit('koffi.nguessan'), visit()]);
  const thread = await startThread(chair, 'Where to meet next?');
  const address = await propose(chair, thread, async () => {
    await chair.getByLabel('The question').fill('Where do we meet?');
    await chair.getByRole('radio', { name: /^Ranked priorities/ }).check();
    await chair.getByLabel(/^For polls and rankings/).fill('Praia\nBamako\nBissau');
    await chair.getByRole('radio', { name: 'One position per organisation' }).check();
    await chair.getByRole('radio', { name: /^Only at the end/ }).check();
  });
  const frames: string[] = [];
  guest.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => frames.push(String(payload)))
  );
  await Promise.all([guest.goto(address), koffi.goto(address)]);
  await expect(lineOf(guest)).toHaveAttribute('data-live', 'live');
  await own(koffi).getByLabel('Bamako').selectOption('1');
  await own(koffi).getByLabel('Praia').selectOption('2');
  await own(koffi)
    .getByRole('textbox', { name: /^Reservation/ })
    .fill('Not in the rains.');
  await own(koffi).getByRole('button', { name: 'Cast this position' }).click();
  await expect(own(koffi).getByText('1. Bamako · 2. Praia')).toBeVisible();
  for (const page of [guest, chair]) {
    await expect(answers(page)).toContainText(/1 of \d have answered/);
    await expect(page.getByText('This is closed until the end')).toBeVisible();
  }
  const cookie = `palabre_sign_in=${await signIn(baseURL!, 'secretariat')}`;
  for (const headers of [{}, { cookie }] as Record<string, string>[]) {
    for (const path of ['', '/__data.json', '/record.json', '/positions.csv']) {
      const answer = await fetch(`${baseURL}${address}${path}`, { headers });
      if ((path.includes('.json') && !path.includes('__data')) || path.endsWith('.csv'))
        expect(`${path} ${answer.status}`).toBe(`${path} 404`);
      const text = await answer.text();
      expect(text).not.toContain('Not in the rains');
      expect(text).not.toContain('"order"');
    }
  }
  expect(frames.join('')).not.toContain('Not in the rains');
  expect(frames.join('')).not.toContain('"order"');
});

test('an absent ministry lets another cast for it, and takes it back; what was cast stands and says so', async ({
  visit
}) => {
  test.setTimeout(120_000);
  const [mali, cabo] = await Promise.all([visit('fatoumata.traore'), visit('ivone.tavares')]);
  const chair = await visit('secretariat');
  const thread = await startThread(chair, 'A common form for invoices?');
  const address = await propose(chair, thread, async () => {
    await chair.getByLabel('The question').fill('One form for five countries?');
    await chair.getByRole('radio', { name: /^Gradients/ }).check();
    await chair.getByRole('radio', { name: 'One position per organisation' }).check();
  });
  await mali.goto(address);
  const panel = mali.getByRole('region', { name: 'Letting others cast' });
  await panel.locator('summary').click();
  await panel.getByLabel('To whom').selectOption({ label: 'Ivone Tavares' });
  await panel.getByRole('button', { name: 'Let another organisation cast' }).click();
  await expect(panel).toContainText(/Mali lets .*Cabo Verde \(Ivone Tavares\) cast for it/);

  await cabo.goto(address);
  await own(cabo)
    .getByRole('link', { name: /^For Ministry of Health, Mali/ })
    .click();
  await expect(own(cabo).getByRole('link', { name: /^For Ministry of Health, Mali/ })).toHaveAttribute(
    'aria-current',
    'true'
  );
  await own(cabo).getByRole('radio', { name: /^3\. / }).check();
  await own(cabo).getByRole('button', { name: 'Cast this position' }).click();
  const line = /Cast by Ivone Tavares of Ministry of Health, Cabo Verde for Ministry of Health, Mali/;
  await expect(cabo.getByText(line)).toBeVisible();
  await expect(mali.getByText(line)).toBeVisible();

  await panel.getByRole('button', { name: 'Take it back' }).click();
  await expect(panel).toContainText('taken back');
  await expect(mali.getByText(line)).toBeVisible();
  await cabo.reload();
  await expect(own(cabo).getByRole('link', { name: /^For Ministry of Health, Mali/ })).toHaveCount(0);
});
