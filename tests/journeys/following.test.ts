import { expect, openThread, reply, startThread, test } from './people.ts';

const bell = (page: import('@playwright/test').Page) => page.getByRole('banner').locator('a.bell');
const countOf = (page: import('@playwright/test').Page) =>
  bell(page)
    .locator('[data-unread]')
    .getAttribute('data-unread', { timeout: 500 })
    .then(Number, () => 0);

test('two others reply to a ministry, whose bell counts them live wherever it is; it reads the one thread, and the count goes', async ({
  visit
}) => {
  const [ministry, malawi, nurses] = await Promise.all([
    visit('ministry.sn'),
    visit('ministry.mw'),
    visit('nurses')
  ]);
  const address = await startThread(ministry, `Who counts the beds? ${Date.now()}`);
  await ministry.goto('/countries');
  await expect(ministry.getByRole('banner').getByRole('status')).toHaveText('Live');
  const before = await countOf(ministry);
  await openThread(malawi, address);
  await reply(malawi, 'The district does, each Monday.');
  await expect.poll(() => countOf(ministry)).toBe(before + 1);
  await openThread(nurses, address);
  await reply(nurses, 'The head nurse does, each morning.');
  await expect.poll(() => countOf(ministry)).toBe(before + 2);
  await expect(bell(ministry)).toHaveAccessibleName(new RegExp(`^${before + 2} unread notification`));
  // Whoever wrote is not told of it.
  await bell(ministry).click();
  const about = ministry.getByRole('article').filter({ hasText: 'Who counts the beds?' }).first();
  await expect(about.getByRole('listitem')).toHaveCount(2);
  await expect(about).toContainText('The district does, each Monday.');
  await ministry.goto(address);
  await expect.poll(() => countOf(ministry)).toBe(before);
  await ministry.goto('/notifications');
  await expect(ministry.getByText('Who counts the beds?')).toHaveCount(0);
  await ministry.getByRole('link', { name: 'All', exact: true }).click();
  await expect(ministry.getByRole('heading', { name: /Who counts the beds/ }).first()).toBeVisible();
});

test('without a script one chooses how closely to follow, sees what is unread and marks it read', async ({
  visit
}) => {
  const [nurses, ministry] = await Promise.all([
    visit('nurses', { javaScriptEnabled: false }),
    visit('ministry.mw')
  ]);
  const address = await startThread(ministry, `Who cleans the ward? ${Date.now()}`);
  await nurses.goto(address);
  const level = nurses.getByLabel('How closely you follow this thread');
  await nurses.getByText(/^Following: /).click();
  await level.selectOption({ label: 'Everything' });
  await nurses.getByRole('button', { name: 'Apply' }).click();
  await expect(nurses).toHaveURL(new RegExp(`${address}$`));
  await expect(level).toHaveValue('everything');
  await openThread(ministry, address);
  await reply(ministry, 'Two people at night.');
  const about = nurses.getByRole('article').filter({ hasText: 'Who cleans the ward?' });
  await expect(async () => {
    await nurses.goto('/notifications');
    await expect(about).toContainText('Two people at night.', { timeout: 300 });
  }).toPass();
  await about.getByRole('button', { name: /mark as read$/ }).click();
  await expect(about).toHaveCount(0);
  await nurses.goto('/notifications?show=all');
  await expect(about.first()).toBeVisible();
});

test('a person chooses when mails come, and what they chose is there again', async ({ visit }) => {
  const page = await visit('expert');
  await page.goto('/settings');
  const mail = page.locator('#mail');
  await mail.getByLabel('Once a week, together').check();
  await mail.getByLabel('Hour of the daily or weekly mail').selectOption('06:00');
  await mail.locator('[name=quietFrom]').selectOption('21:00');
  await mail.locator('[name=quietUntil]').selectOption('07:00');
  await mail.getByRole('button').click();
  await expect(mail.getByRole('status')).toBeVisible();
  await page.goto('/settings');
  await expect(mail.getByLabel('Once a week, together')).toBeChecked();
  await expect(mail.locator('[name=quietFrom]')).toHaveValue('21');
});

test('a member finds what happened since they left, at home and on a page of its own', async ({ visit }) => {
  const page = await visit('secretariat');
  await page.goto('/');
  await page.getByRole('link', { name: 'All since you left' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Since you left' })).toBeVisible();
  await page.goto('/since?since=2020-01-01');
  await expect(page.locator('main').getByRole('listitem').first()).toBeVisible();
});
