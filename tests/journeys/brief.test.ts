import type { Page } from '@playwright/test';
import { expect, test } from './people.ts';

const editor = (page: Page) => page.locator('[contenteditable=true]');
const saved = (page: Page) => page.locator('[data-save-state]');

/** The text that a window shows, without the carets of others. */
const textOf = (page: Page) =>
  page
    .locator('main .prose')
    .first()
    .evaluate((element) => {
      const copy = element.cloneNode(true) as HTMLElement;
      for (const caret of copy.querySelectorAll('.caret, .ProseMirror-separator')) caret.remove();
      return [...copy.children]
        .map((child) => child.textContent!.replaceAll('\u2060', '').trim())
        .filter(Boolean)
        .join('\n');
    });

test('two people type in one brief and end with the same saved text; a reader follows it and cannot type; a stranger finds nothing', async ({
  visit
}) => {
  test.setTimeout(120_000);
  const [secretary, nurse, reader, stranger] = await Promise.all([
    visit('secretariat'),
    visit('nurses'),
    visit('kenji.mori'),
    visit('expert')
  ]);
  await secretary.goto('/briefs/new');
  await secretary.getByLabel('Forum').selectOption('alliance-of-five-professions');
  await secretary.getByLabel('Kind of text').selectOption('joint_statement');
  await secretary.getByLabel('Title').fill('Two hands on one text');
  await secretary.getByRole('button', { name: 'Start writing' }).click();
  await expect(editor(secretary)).toBeVisible();
  const address = new URL(secretary.url()).pathname;
  await Promise.all([nurse.goto(address), reader.goto(address)]);
  await expect(editor(nurse)).toBeVisible();
  await expect(reader.getByText('You are reading')).toBeVisible();

  // Each begins a paragraph, then both type at once: one at the end, one at the start.
  await editor(secretary).focus();
  await secretary.keyboard.press('Control+End');
  await editor(nurse).focus();
  await nurse.keyboard.press('Control+Home');
  await Promise.all([
    secretary.keyboard.type(' The secretariat closes: we sign together.', { delay: 15 }),
    nurse.keyboard.type('The nurses open: care needs hands. ', { delay: 15 })
  ]);
  for (const page of [secretary, nurse, reader]) {
    await expect.poll(() => textOf(page)).toContain('The secretariat closes: we sign together.');
    await expect.poll(() => textOf(page)).toContain('The nurses open: care needs hands.');
  }
  const text = await textOf(secretary);
  for (const page of [nurse, reader]) await expect.poll(() => textOf(page)).toBe(text);
  for (const page of [secretary, nurse])
    await expect(saved(page)).toHaveAttribute('data-save-state', 'saved');
  await expect(saved(secretary)).toHaveText(/^✓ Saved, \d\d:\d\d:\d\d$/);

  await expect(secretary.locator('.caret-name')).toHaveText(/^Ana Ribeiro · /);
  await expect(nurse.locator('.caret-name')).toHaveText(/^Tomas Lindgren · /);
  for (const page of [secretary, nurse]) await expect(page.locator('.caret-name')).toBeVisible();
  await expect(secretary.getByText('2 organisations writing')).toBeVisible();

  await expect(reader.locator('[contenteditable=true]')).toHaveCount(0);
  await expect(saved(reader)).toHaveCount(0);
  await reader.locator('main .prose').first().click();
  await reader.keyboard.type('A reader types.');
  expect(await textOf(secretary)).toBe(text);

  const answer = await stranger.goto(address);
  expect(answer?.status()).toBe(404);
  await expect(stranger.getByRole('heading', { level: 1 })).toHaveText('Not found');

  // What was called saved is there for someone who comes later, also without scripts.
  const later = await visit('beatrice.okello', { javaScriptEnabled: false });
  await later.goto(address);
  await expect(later.getByRole('main')).toContainText('The nurses open: care needs hands.');
  await expect(later.getByRole('main')).toContainText('The secretariat closes: we sign together.');
});

test('a writer whose network is cut reads that the text is on this device only, and then saved', async ({
  visit
}) => {
  const [page, other] = await Promise.all([visit('secretariat'), visit('nurses')]);
  await page.goto('/briefs/new');
  await page.getByLabel('Forum').selectOption('alliance-of-five-professions');
  await page.getByLabel('Title').fill('A line that breaks while writing');
  await page.getByRole('button', { name: 'Start writing' }).click();
  await expect(editor(page)).toBeVisible();
  const address = new URL(page.url()).pathname;
  await other.goto(address);
  await expect(editor(other)).toBeVisible();

  await page.context().setOffline(true);
  await editor(page).focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('Typed on a train. ');
  await expect(saved(page)).toHaveAttribute('data-save-state', 'device', { timeout: 40_000 });
  await editor(other).focus();
  await other.keyboard.press('Control+End');
  await other.keyboard.type(' Typed in the office.');
  await page.context().setOffline(false);
  await expect(saved(page)).toHaveAttribute('data-save-state', 'saved', { timeout: 20_000 });
  for (const each of [page, other]) {
    await expect.poll(() => textOf(each)).toContain('Typed on a train.');
    await expect.poll(() => textOf(each)).toContain('Typed in the office.');
  }
  expect(await textOf(other)).toBe(await textOf(page));
});
