/** What people do while they write: drafts on two devices, without a line, without scripts, files, a preview. */
import type { Page } from '@playwright/test';
import { expect, forum, openThread, postCards, ready, startThread, test } from './people.ts';

const pdf = (words: string) => ({
  name: 'Budget 2026.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from(`%PDF-1.7\n% ${words}\n%%EOF\n`)
});
const field = (page: Page) => page.getByLabel('Text of your reply');
const draftLine = (page: Page) => page.locator('[data-draft]');
const saved = (page: Page) => expect(draftLine(page)).toHaveAttribute('data-draft', 'saved');

test('a nurse begins on a phone and goes on at a desk; what two devices wrote at once is not lost', async ({
  visit
}) => {
  const [phone, desk] = await Promise.all([visit('nurses'), visit('nurses')]);
  const address = await startThread(phone, 'One text on two devices');
  await Promise.all([openThread(phone, address), openThread(desk, address)]);
  await field(phone).pressSequentially('Begun on the bus.');
  const typed = Date.now();
  await saved(phone);
  expect(Date.now() - typed).toBeLessThan(2000);
  await expect(field(desk)).toHaveValue('Begun on the bus.');

  // Both write before either has heard of the other.
  await Promise.all([field(phone).fill('From the phone.'), field(desk).fill('From the desk.')]);
  const conflict = async () =>
    (await Promise.all([phone, desk].map((page) => draftLine(page).getAttribute('data-draft')))).sort();
  await expect.poll(conflict).toEqual(['conflict', 'saved']);
  const [second, own] =
    (await draftLine(phone).getAttribute('data-draft')) === 'conflict'
      ? [phone, 'From the phone.']
      : [desk, 'From the desk.'];
  await expect(field(second)).toHaveValue(own);
  await second.getByRole('button', { name: 'Keep both, one after the other' }).click();
  await saved(second);
  await expect(field(second)).toHaveValue(/From the (phone|desk)\.\n\nFrom the (desk|phone)\./);

  await second.getByRole('button', { name: 'Post reply' }).click();
  await expect(postCards(second)).toHaveCount(2);
  await second.goto('/drafts');
  await expect(second.getByText('One text on two devices')).toHaveCount(0);
});

test('a delegate writes on without a line: the page says where the text is, and saves it when the line is back', async ({
  visit
}) => {
  const page = await visit('expert');
  const address = await startThread(page, 'Written between two mountains');
  await openThread(page, address);
  await page.context().setOffline(true);
  await field(page).fill('There is no network here.');
  await expect(draftLine(page)).toHaveText(/Saved on this device only/);
  await page.context().setOffline(false);
  await saved(page);
  const elsewhere = await visit('expert');
  await elsewhere.goto('/drafts');
  const card = elsewhere.getByRole('listitem').filter({ hasText: 'Written between two mountains' });
  await expect(card).toContainText('There is no network here.');
  await card.getByRole('link', { name: 'Written between two mountains' }).click();
  await expect(field(elsewhere)).toHaveValue('There is no network here.');
  await elsewhere.goto('/drafts');
  await card.getByRole('button', { name: /^Throw away/ }).click();
  await expect(card).toHaveCount(0);
});

test('Enter in the title starts the thread, with scripts and without', async ({ visit }) => {
  for (const javaScriptEnabled of [true, false]) {
    const page = await visit('expert', { javaScriptEnabled });
    await page.goto(`/threads/new?forum=${forum}`);
    await page.getByLabel('What it is about').fill('Sent by a habit of the hand.');
    await page.getByLabel('Title').fill(`Sent with Enter ${javaScriptEnabled}`);
    await page.getByLabel('Title').press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Sent with Enter ${javaScriptEnabled}`);
  }
});

test('without JavaScript a nurse previews, attaches a file, keeps a draft and posts', async ({ visit }) => {
  const page = await visit('nurses', { javaScriptEnabled: false });
  const address = await startThread(page, 'Plain forms carry files too');
  await field(page).fill('**Bold** words about the budget.');
  await page.getByRole('button', { name: 'Preview' }).click();
  await expect(page.getByLabel('As it will stand').locator('strong')).toHaveText('Bold');
  await expect(field(page)).toHaveValue('**Bold** words about the budget.');
  await page.locator('#reply input[type=file]').setInputFiles(pdf('plain'));
  await page.getByRole('button', { name: 'Post reply' }).click();
  await expect(page.getByRole('alert')).toContainText('A file was chosen and not sent yet.');
  await page.locator('#reply input[type=file]').setInputFiles(pdf('plain'));
  await page.getByRole('button', { name: 'Send the files' }).click();
  await expect(page).toHaveURL(`${address}#reply`);
  await expect(page.locator('#reply').getByRole('link', { name: 'Budget 2026.pdf' })).toBeVisible();
  await expect(field(page)).toHaveValue('**Bold** words about the budget.');
  await field(page).fill('**Bold** words about the budget, once more.');
  await page.getByRole('button', { name: 'Keep as draft' }).click();
  await expect(field(page)).toHaveValue('**Bold** words about the budget, once more.');
  await page.locator('#reply input[type=file]').setInputFiles({ ...pdf('x'), name: 'page.svg' });
  await page.getByRole('button', { name: 'Send the files' }).click();
  await expect(page.getByRole('alert')).toContainText('This is none of the files that can be attached');
  await page.getByRole('button', { name: 'Post reply' }).click();
  await expect(postCards(page).last()).toContainText('once more');
  await expect(postCards(page).last().getByRole('link', { name: 'Budget 2026.pdf' })).toBeVisible();
  await expect(field(page)).toHaveValue('');
});

test('with the keyboard alone a delegate attaches a file, takes it out, attaches another and posts', async ({
  visit
}) => {
  const page = await visit('nurses');
  const address = await startThread(page, 'Files without a mouse');
  await openThread(page, address);
  await field(page).focus();
  await page.keyboard.type('With the table.');
  const focused = (selector: string) =>
    page.evaluate((selector) => document.activeElement?.matches(selector) ?? false, selector);
  const tabTo = async (selector: string) => {
    for (let steps = 0; steps < 15 && !(await focused(selector)); steps++) await page.keyboard.press('Tab');
    expect(await focused(selector)).toBe(true);
  };
  const attach = async (words: string) => {
    await field(page).focus();
    await tabTo('input[type=file]');
    // The dialog that Space opens here is the machine's own, which no test can walk through.
    await page.locator('#reply input[type=file]').setInputFiles(pdf(words));
    await expect(page.locator('#reply').getByRole('link', { name: 'Budget 2026.pdf' })).toBeVisible();
  };
  await attach('first');
  await tabTo('button[aria-label="Take out: Budget 2026.pdf"]');
  await page.keyboard.press('Enter');
  await expect(page.locator('#reply').getByRole('link', { name: 'Budget 2026.pdf' })).toHaveCount(0);
  await attach('second');
  await field(page).focus();
  await page.keyboard.press('Control+Enter');
  const card = postCards(page).filter({ hasText: 'With the table.' });
  await expect(card.getByRole('link', { name: 'Budget 2026.pdf' })).toHaveCount(1);
  await expect(card).toContainText('1 kB');
});

test('a lying, empty, heavy or hostile file is refused in words; a good one comes down safe, and not after its post is withdrawn', async ({
  visit,
  baseURL
}) => {
  const page = await visit('nurses');
  const address = await startThread(page, 'What may be attached');
  await openThread(page, address);
  const give = async (name: string, buffer: Buffer, said: RegExp) => {
    await page
      .locator('#reply input[type=file]')
      .setInputFiles({ name, mimeType: 'application/pdf', buffer });
    await expect(page.locator('#reply li', { hasText: name }).locator('.error')).toHaveText(said);
  };
  await give('budget.docx', pdf('x').buffer, /says one thing/);
  await give('empty.pdf', Buffer.alloc(0), /is empty/);
  await give('heavy.pdf', Buffer.alloc(10 * 1024 * 1024 + 1, '%PDF-1.7 '), /larger than 10 MB/);
  await give('page.pdf', Buffer.from('<html><script>alert(1)</script>'), /none of the files/);

  await field(page).fill('The budget is attached.');
  await page.locator('#reply input[type=file]').setInputFiles(pdf('good'));
  const own = page.locator('#reply').getByRole('link', { name: 'Budget 2026.pdf' });
  await expect(own).toBeVisible();
  const file = (await own.getAttribute('href'))!;
  const stranger = await visit('expert');
  expect((await stranger.request.get(file)).status()).toBe(404);
  await page.getByRole('button', { name: 'Post reply' }).click();
  await expect(postCards(page)).toHaveCount(2);
  const answer = await stranger.request.get(file, { headers: { range: 'bytes=0-4' } });
  expect([answer.status(), await answer.text()]).toEqual([206, '%PDF-']);
  expect(answer.headers()).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="Budget 2026.pdf"; filename*=UTF-8''Budget%202026.pdf`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'content-length': '5'
  });
  // No other page takes a body of that size.
  const heavy = await page.request.post(`${address}?/reply`, {
    headers: { origin: baseURL! },
    form: { body: 'x'.repeat(3_000_000) }
  });
  expect(heavy.status()).toBe(413);

  const last = postCards(page).last();
  await last.getByRole('link', { name: 'Edit or withdraw' }).click();
  await page.getByRole('button', { name: 'Withdraw this post' }).click();
  await expect(postCards(page).last()).toContainText('Withdrawn by');
  expect((await stranger.request.get(file)).status()).toBe(404);
});

test('an author corrects the language of a post and reads what an edit changed', async ({ visit }) => {
  const page = await visit('nurses');
  await startThread(page, 'Words that change', 'Nurses get a grant every year.');
  await postCards(page).first().getByRole('link', { name: 'Edit or withdraw' }).click();
  await page.getByRole('combobox', { name: 'Language of the post' }).selectOption({ label: 'Swahili' });
  await page.getByRole('button', { name: 'Correct: Language of the post' }).click();
  await expect(page.getByText('Said by')).toBeVisible();
  await ready(page);
  await page.locator('textarea[name=body]').fill('Midwives get a grant every year.');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const card = postCards(page).first();
  await expect(card).toContainText('written in Swahili');
  await expect(card.locator('.prose')).toHaveAttribute('lang', 'sw');
  await card.getByRole('link', { name: 'edited once' }).click();
  await expect(page.locator('del')).toContainText('Nurses');
  await expect(page.locator('ins')).toContainText('Midwives');
});
