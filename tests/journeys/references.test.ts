import AxeBuilder from '@axe-core/playwright';
import { expect, forum, openThread, postCards, startThread, test } from './people.ts';

test('someone points at a thread and mentions a delegation by keyboard only, and the thread says where it is mentioned', async ({
  visit
}) => {
  const page = await visit('ministry.sn');
  const title = 'Who counts the unpaid months?';
  const there = await startThread(page, title);
  const here = await startThread(page, 'Pay that comes late');
  await openThread(page, here);
  const field = page.getByLabel('Text of your reply');
  await field.focus();
  await page.keyboard.type('See #unpaid mon');
  const list = page.getByRole('listbox');
  await expect(list.getByRole('option', { name: title })).toBeVisible();
  await expect(field).toHaveAttribute('aria-activedescendant', /.+/);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(field).toHaveValue(`See [#${title}](${there}) `);
  await page.keyboard.type('and @cabo');
  await expect(list.getByRole('option').first()).toContainText('Cabo Verde');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Tab');
  await expect(field).toHaveValue(/and \[@Cabo Verde\]\(\/countries\/CV\) $/);
  await page.keyboard.type('@zzzzqq');
  await expect(list).toHaveCount(0);
  await page.keyboard.press('Control+Enter');
  const posted = postCards(page).filter({ hasText: 'See' });
  await expect(posted.getByRole('link', { name: `#${title}` })).toHaveAttribute('href', there);

  await page.goto(there);
  const mentioned = page.getByRole('region', { name: 'Mentioned in' });
  await expect(mentioned.getByRole('link', { name: 'Pay that comes late' })).toBeVisible();
});

test('Escape closes the list and the words stay as typed; right to left it is the same list', async ({
  visit,
  baseURL
}) => {
  const page = await visit('ministry.sn');
  await page.context().addCookies([{ name: 'palabre_locale', value: 'ar', url: baseURL! }]);
  await page.goto(`/threads/new?forum=${forum}`);
  const field = page.locator('textarea[name=body]');
  // In place of what an earlier run may have drafted.
  await field.press('ControlOrMeta+a');
  await page.keyboard.type('@mali');
  await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('listbox')).toHaveCount(0);
  await expect(field).toHaveValue('@mali');
});

test('someone on a slow line who names a delegation before the scripts have come is offered it when they have', async ({
  visit
}) => {
  const page = await visit('ministry.mw');
  let arrived = () => {};
  const line = new Promise<void>((resolve) => (arrived = resolve));
  await page.route('**/*.js', async (route) => {
    await line;
    await route.continue();
  });
  await page.goto(`/threads/new?forum=${forum}`, { waitUntil: 'commit' });
  const field = page.locator('textarea[name=body]');
  // A draft of an earlier journey may stand there.
  await field.fill('');
  await page.keyboard.type('We ask @cabo');
  arrived();
  await expect(page.getByRole('listbox').getByRole('option').first()).toContainText('Cabo Verde');
  await page.keyboard.press('Enter');
  await expect(field).toHaveValue('We ask [@Cabo Verde](/countries/CV) ');
});

test('a link from a forum that someone may not read is neither shown nor counted for them', async ({
  visit
}) => {
  const [inside, guest] = await Promise.all([visit('nurses'), visit()]);
  const there = await startThread(inside, 'Where are the rotas?');
  await inside.goto('/threads/new?forum=alliance-of-five-professions');
  await inside.getByLabel('Title').fill('Among ourselves');
  await inside.getByLabel('What it is about').fill(`They ask in ${there} and we know.`);
  await inside.getByRole('button', { name: 'Start a thread' }).click();
  await expect(inside.getByRole('heading', { level: 1 })).toHaveText('Among ourselves');
  await inside.goto(there);
  await expect(inside.getByRole('region', { name: 'Mentioned in' })).toContainText('Among ourselves');
  await guest.goto(there);
  await expect(guest.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(guest.getByText('Among ourselves')).toHaveCount(0);
  const refused = await guest.request.get('/links/completions?kind=reference&q=among');
  expect(refused.status()).toBe(401);
});

test('a thread gets its tags, and is found by them', async ({ visit }) => {
  const page = await visit('nurses', { javaScriptEnabled: false });
  const address = await startThread(page, 'Night shifts without lights');
  await page.getByRole('link', { name: 'Change the tags' }).click();
  await page.getByText('Building blocks').click();
  await page.getByLabel('Health workforce').check();
  await page.getByLabel('Words of your own').fill('Night shifts, LIGHTING');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('link', { name: '# night shifts' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('# night shifts');
  await expect(page.getByRole('link', { name: 'Night shifts without lights' })).toHaveAttribute(
    'href',
    address
  );
  await page.goto(`/forums/${forum}?tag=lighting&state=open`);
  await expect(page.getByRole('link', { name: 'Night shifts without lights' })).toBeVisible();
  await page.goto(`/forums/${forum}?tag=lighting&state=closed`);
  await expect(page.getByText('No thread fits these choices.')).toBeVisible();
});
