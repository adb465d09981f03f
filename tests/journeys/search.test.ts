import { expect, forum, postCards, test } from './people.ts';

test('someone searches from the header by keyboard, narrows by an operator and opens the very post', async ({
  visit
}) => {
  const page = await visit();
  await page.goto(`/forums/${forum}`);
  await page.locator('#site-search').focus();
  await page.keyboard.type('remboursement');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/search\?q=remboursement/);
  const results = page.getByRole('region', { name: 'Results' });
  await expect(results.getByRole('article').first()).toBeVisible();
  await expect(results.locator('mark').first()).toHaveText(/remboursement/i);
  const all = await page.getByRole('main').getByRole('status').first().textContent();

  // In an idle moment after its start the client sets the field to what it holds, and drops what is selected in it.
  const field = page.getByRole('searchbox', { name: 'Words to look for' });
  await expect(async () => {
    await field.fill('remboursement kind:reply');
    await expect(field).toHaveValue('remboursement kind:reply', { timeout: 300 });
  }).toPass();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: /Remove: Kind/ })).toBeVisible();
  const hit = results.getByRole('article').first();
  await expect(hit).toContainText('Reply');
  const address = (await hit.getByRole('heading').getByRole('link').getAttribute('href'))!;
  expect(address).toMatch(/^\/threads\/[^?]+\?post=\d+#post-\d+$/);
  await hit.getByRole('heading').getByRole('link').press('Enter');
  await expect(page).toHaveURL(/#post-\d+$/);
  await expect(page.locator(address.slice(address.indexOf('#')))).toBeInViewport();
  await expect(postCards(page).first()).toBeVisible();

  await page.goBack();
  await page.getByRole('link', { name: /Remove: Kind/ }).click();
  await expect(page.getByRole('main').getByRole('status').first()).toHaveText(all!);
});

test('someone without scripts searches, narrows by a count, turns what they typed wrong into a sentence, and loses nothing', async ({
  visit
}) => {
  const page = await visit(null, { javaScriptEnabled: false });
  await page.goto('/search');
  await expect(page.getByRole('heading', { name: 'How to search' })).toBeVisible();
  await page.getByRole('searchbox', { name: 'Words to look for' }).fill('santé before:soon');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(page.getByRole('searchbox', { name: 'Words to look for' })).toHaveValue('santé before:soon');
  await expect(page.getByRole('list', { name: 'About what you typed' })).toContainText('is not a date');
  await expect(page.getByRole('region', { name: 'Results' }).getByRole('article').first()).toBeVisible();
  await page.getByRole('region', { name: 'Kind' }).getByRole('link').first().click();
  await expect(page).toHaveURL(/kind/);
  await page.goto('/search?q=zzzzqqq');
  await expect(page.getByText('Nothing that you may read matches all of this.')).toBeVisible();
});
