import type { Page } from '@playwright/test';
import { expect, test, whenShown } from './people.ts';

const list = (page: Page) => page.getByRole('region', { name: 'Speakers’ list' });
const lineOf = (page: Page) => page.locator('[data-live]');

/** Who waits, in the order shown; without "(you)", which only one window says. */
const waiting = async (page: Page) =>
  (await list(page).getByRole('listitem').getByRole('strong').allInnerTexts()).map((name) =>
    name.replace(/ \(you\)$/, '')
  );

test('a session is scheduled, held by four people with one list and one clock, and leaves a permanent record', async ({
  visit,
  baseURL
}) => {
  test.setTimeout(150_000);
  const [chair, senegal, nurse, expert, guest] = await Promise.all([
    visit('secretariat'),
    visit('ministry.sn'),
    visit('nurses'),
    visit('expert'),
    visit()
  ]);
  const everyone = [chair, senegal, nurse, expert, guest];

  await chair.goto('/sessions');
  await chair
    .getByRole('region', { name: 'Schedule a session' })
    .getByRole('link', { name: 'Health financing in five West African countries' })
    .click();
  await chair.getByLabel('Title').fill('Who signs the working fund?');
  await chair.getByLabel('Agenda').fill('5 | Opening\n20 | Who signs');
  await chair.getByRole('button', { name: 'Schedule a session' }).click();
  await expect(chair.getByRole('heading', { level: 1 })).toHaveText('Who signs the working fund?');
  const address = new URL(chair.url()).pathname;

  await Promise.all(everyone.slice(1).map((page) => page.goto(address)));
  for (const page of everyone) await expect(lineOf(page)).toHaveText('Live');
  await nurse.getByRole('button', { name: 'Register' }).click();
  await expect(nurse.getByText(/^You are registered/)).toBeVisible();
  await chair.getByRole('button', { name: 'Open the session' }).click();
  await chair.getByRole('button', { name: /^Open this item.*Opening/ }).click();

  for (const page of [senegal, nurse, expert]) {
    await page.getByRole('button', { name: 'Join the session' }).click();
    await expect(page.getByText(/^You are here/)).toBeVisible();
  }
  for (const page of [senegal, nurse, expert]) {
    await page.getByRole('button', { name: 'Ask for the floor' }).click();
    await expect(page.getByText(/^You are number/)).toBeVisible();
  }
  const order = ['Senegal', await nameOf(nurse), await nameOf(expert)];
  for (const page of everyone) await expect.poll(() => waiting(page)).toEqual(order);

  await chair.getByRole('button', { name: 'Next speaker' }).click();
  for (const page of everyone) await expect(page.getByRole('timer')).toBeVisible();
  for (const page of everyone) await expect.poll(() => waiting(page)).toEqual(order.slice(1));
  await sameClock(everyone);

  const words = 'Senegal asks that the district signs, within seven days.';
  const seen = await Promise.all([guest, nurse].map((page) => whenShown(page, words)));
  await senegal.getByText('Write a statement').click();
  await senegal.getByLabel('Your statement').fill(`${words}\n\nIt also asks for a second paragraph.`);
  const sentAt = Date.now();
  await senegal.getByRole('button', { name: 'Post the statement' }).click();
  const waits = (await Promise.all(seen.map((when) => when()))).map((moment) => moment - sentAt);
  console.log(`a statement was seen by two others after ${waits.join(' and ')} ms`);
  await expect(senegal.getByLabel('Your statement')).toHaveValue('');

  await chair.getByRole('button', { name: new RegExp(`^Give the floor.*${order[2]}`) }).click();
  for (const page of everyone) await expect.poll(() => waiting(page)).toEqual([order[1]]);
  await expert.getByRole('button', { name: 'Yield the floor' }).click();
  await expect(guest.getByText('Nobody has the floor.')).toBeVisible();

  await chair.locator('summary', { hasText: 'Close the session' }).click();
  const closedAt = Date.now();
  await chair.getByRole('button', { name: 'Close and write the record' }).click();
  await guest.getByRole('link', { name: 'Read the record' }).click();
  await expect(guest.getByRole('heading', { name: 'Permanent record' })).toBeVisible();
  const written = Date.now() - closedAt;
  console.log(`the record of a closed session was read after ${written} ms`);
  expect(written).toBeLessThan(10_000);
  const attendance = guest.getByRole('region', { name: 'Attendance' });
  await expect(attendance.getByRole('listitem').filter({ hasText: 'Senegal' })).toHaveText(/1$/);
  await expect(guest.getByRole('region', { name: 'Order of speakers' }).getByRole('rowheader')).toHaveText([
    /^Senegal/,
    new RegExp(`^${order[2]}`)
  ]);
  await expect(guest.getByRole('region', { name: 'Statements' }).getByRole('article')).toHaveText([
    new RegExp(words)
  ]);
  await expect(guest.getByRole('region', { name: 'Agenda' }).getByRole('listitem')).toHaveCount(2);

  const [first, second] = await Promise.all(
    [1, 2].map(async () => Buffer.from(await (await fetch(`${baseURL}${address}/record.json`)).arrayBuffer()))
  );
  expect(first.length).toBeGreaterThan(500);
  expect(first.equals(second)).toBe(true);
  expect(first.toString()).toContain(words);
});

/** How the list names whoever this window belongs to. */
const nameOf = async (page: Page) =>
  (await list(page).getByRole('strong').filter({ hasText: '(you)' }).innerText()).replace(/ \(you\)$/, '');

/** Notes in every window when the clock shows each second, and compares: no window is ahead of another. */
async function sameClock(pages: Page[]): Promise<void> {
  const noted = await Promise.all(
    pages.map((page) =>
      page.getByRole('timer').evaluate(
        (timer) =>
          new Promise<[string, number][]>((resolve) => {
            const moments: [string, number][] = [];
            const observer = new MutationObserver(() =>
              moments.push([timer.getAttribute('data-left')!, Date.now()])
            );
            observer.observe(timer, { attributes: true, attributeFilter: ['data-left'] });
            setTimeout(() => (observer.disconnect(), resolve(moments)), 5000);
          })
      )
    )
  );
  const [own, ...others] = noted.map((moments) => new Map(moments));
  const spreads = [...own.keys()]
    .filter((second) => others.every((each) => each.has(second)))
    .map((second) => {
      const moments = [own, ...others].map((each) => each.get(second)!);
      return Math.max(...moments) - Math.min(...moments);
    });
  spreads.sort((a, b) => a - b);
  console.log(`${pages.length} windows showed the same second within ${spreads.join(', ')} ms of each other`);
  expect(spreads.length).toBeGreaterThanOrEqual(3);
  // A window looks at the clock four times a second, so two of them may differ by that and by what the line takes.
  expect(spreads[Math.floor(spreads.length / 2)]).toBeLessThan(500);
}
