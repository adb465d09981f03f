import type { Page } from '@playwright/test';
import { emailOf, expect, openThread, reply, test } from './people.ts';

/** A space of one's own, opened through the form; its address. */
async function openSpace(
  page: Page,
  title: string,
  { kind = 'community', reads, joins, rules }: { kind?: string; reads: RegExp; joins: RegExp; rules?: string }
): Promise<string> {
  await page.goto('/forums/new');
  await page.getByLabel('Title (English)').fill(title);
  await page.getByLabel('Kind').selectOption(kind);
  if (kind === 'circle') await page.getByLabel('Whose circle').selectOption('policy');
  await page.getByRole('radio', { name: reads }).check();
  await page.getByRole('radio', { name: joins }).check();
  if (rules) {
    await page.getByText('House rules', { exact: true }).click();
    await page.locator('textarea[name=rulesEn]').fill(rules);
  }
  await page.getByRole('button', { name: 'Open the forum' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  return new URL(page.url()).pathname;
}

const place = (page: Page) => page.getByRole('region', { name: 'Your place here' });
const statusOf = async (page: Page, path: string) => (await page.goto(path))?.status();

for (const javaScriptEnabled of [true, false])
  test(`an applicant asks, is declined with a reason, asks again and is let in ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    visit
  }) => {
    const [moderator, applicant] = await Promise.all([
      visit('ministry.sn', { javaScriptEnabled }),
      visit('expert', { javaScriptEnabled })
    ]);
    const path = await openSpace(moderator, `Nurses on the border ${Date.now()}`, {
      reads: /^Public/,
      joins: /^On request/,
      rules: 'Name **no** patient.'
    });
    const ask = async (words: string) => {
      await applicant.goto(path);
      await place(applicant).getByLabel('A few words').fill(words);
      await place(applicant).getByRole('checkbox').check();
      await place(applicant).getByRole('button', { name: 'Send the request' }).click();
      await expect(place(applicant)).toContainText('waiting for the moderators');
    };
    await applicant.goto(path);
    await expect(applicant.getByRole('link', { name: 'Start a thread' })).toHaveCount(0);
    await ask('I study this.');
    await moderator.goto(path);
    await moderator.getByRole('link', { name: '1 request is waiting' }).click();
    await expect(moderator.getByText('I study this.')).toBeVisible();
    await moderator.locator('summary', { hasText: 'Decline' }).click();
    await moderator.getByLabel('Why not?').fill('Nurses first; tell us who you work with.');
    await moderator.getByRole('button', { name: /^Decline the request/ }).click();
    await applicant.goto(path);
    await expect(place(applicant)).toContainText('Nurses first; tell us who you work with.');
    await ask('With the district of Kédougou.');
    await moderator.goto(`${path}/requests`);
    await moderator.getByRole('button', { name: /^Let .* in$/ }).click();
    await expect(moderator.getByText('Nobody is waiting.')).toBeVisible();
    await applicant.goto(path);
    await expect(place(applicant)).toContainText('You are here as: member');
    await expect(applicant.getByRole('link', { name: 'Start a thread' })).toBeVisible();
  });

test('an organisation is invited into a restricted circle: its delegate comes in for it, an observer reads, a stranger finds nothing', async ({
  visit
}) => {
  const [moderator, delegate, observer, stranger, guest] = await Promise.all([
    visit('nurses'),
    visit('ministry.mw'),
    visit('observer'),
    visit('expert'),
    visit()
  ]);
  const title = `Policy circle ${Date.now()}`;
  const path = await openSpace(moderator, title, {
    kind: 'circle',
    reads: /^Restricted/,
    joins: /^By invitation/,
    rules: 'What is said here stays here.'
  });
  const invite = async (fill: () => Promise<unknown>, form: number) => {
    await moderator.goto(`${path}/invitations`);
    const details = moderator.locator('details[name=invite]').nth(form);
    if (!(await details.getAttribute('open').then((open) => open !== null)))
      await details.locator('summary').click();
    await fill();
    await details.getByRole('button', { name: 'Invite' }).click();
    await expect(moderator.getByRole('cell', { name: /waiting/ }).first()).toBeVisible();
  };
  await invite(async () => {
    await moderator.getByLabel('E-mail address').fill(emailOf('observer'));
    await moderator.locator('details[name=invite]').first().getByLabel('Role').selectOption('observer');
  }, 0);
  await invite(
    () => moderator.getByLabel('Organisation').selectOption({ label: 'Ministry of Health, Malawi' }),
    1
  );

  for (const outsider of [stranger, guest, delegate, observer])
    for (const page of [path, `${path}/members`, `${path}/invitations`])
      expect(await statusOf(outsider, page)).toBe(404);
  await stranger.goto('/invitations');
  await expect(stranger.getByText(title)).toHaveCount(0);
  await stranger.goto('/forums');
  await expect(stranger.getByText(title)).toHaveCount(0);

  for (const [invited, whom] of [
    [delegate, 'For Ministry of Health, Malawi'],
    [observer, 'For you']
  ] as const) {
    await invited.goto('/');
    await invited.getByRole('link', { name: /^You have \d+ invitations?$/ }).click();
    const card = invited.getByRole('listitem').filter({ hasText: title });
    await expect(card).toContainText(whom);
    await card.getByRole('checkbox').check();
    await card.getByRole('button', { name: /^Accept and come in/ }).click();
    await expect(invited.getByRole('heading', { level: 1, name: title })).toBeVisible();
  }
  await expect(place(observer)).toContainText('You are here as: observer');
  await expect(observer.getByRole('link', { name: 'Start a thread' })).toHaveCount(0);
  await expect(delegate.getByRole('link', { name: 'Start a thread' })).toBeVisible();
  await delegate.goto(`${path}/members`);
  await expect(
    delegate.getByRole('row', { name: /Ministry of Health, Malawi.*came in through it/ })
  ).toBeVisible();
});

test('when a space is narrowed, a reader who is outside it leaves its thread within a second; when it is archived nothing is lost', async ({
  visit
}) => {
  const [moderator, reader] = await Promise.all([visit('ministry.sn'), visit('expert')]);
  const path = await openSpace(moderator, `Narrowed later ${Date.now()}`, {
    reads: /^Public/,
    joins: /^Open/
  });
  await moderator.goto(`/threads/new?forum=${path.split('/').pop()}`);
  await moderator.getByLabel('Title').fill('Said in the open');
  await moderator.getByLabel('What it is about').fill('Who hears this?');
  await moderator.getByRole('button', { name: 'Start a thread' }).click();
  await expect(moderator.getByRole('heading', { level: 1, name: 'Said in the open' })).toBeVisible();
  const thread = new URL(moderator.url()).pathname;
  await openThread(reader, thread);
  const settings = await moderator.context().newPage();
  await settings.goto(`${path}/settings`);
  await settings.getByRole('radio', { name: /^Restricted/ }).check();
  const before = Date.now();
  await settings.getByRole('button', { name: 'Save' }).click();
  await expect(settings.getByRole('heading', { level: 1, name: /^Narrowed later/ })).toBeVisible();
  expect(await statusOf(await reader.context().newPage(), thread)).toBe(404);
  await openThread(moderator, thread);
  await reply(moderator, 'Only members hear this.');
  await expect(moderator.getByText('Only members hear this.').first()).toBeVisible();
  await reader.waitForTimeout(Math.max(0, 1000 - (Date.now() - before)));
  await expect(reader.getByText('Only members hear this.')).toHaveCount(0);

  await settings.goto(`${path}/settings`);
  await settings.getByRole('button', { name: 'Archive', exact: true }).click();
  await expect(settings.getByText('This is archived').first()).toBeVisible();
  await moderator.goto(thread);
  await expect(moderator.getByText('Only members hear this.').first()).toBeVisible();
  await expect(moderator.getByLabel('Text of your reply')).toHaveCount(0);
  const administrator = await visit('admin');
  await administrator.goto(`${path}/settings`);
  await administrator.getByRole('button', { name: 'Open again' }).click();
  await moderator.goto(thread);
  await expect(moderator.getByLabel('Text of your reply')).toBeVisible();
});

test('a reader narrows the directory by an address that can be passed on, without JavaScript', async ({
  visit
}) => {
  const guest = await visit(null, { javaScriptEnabled: false });
  await guest.goto('/forums');
  await guest.getByText('Narrow the list').click();
  await guest.getByLabel('Kind').selectOption('community');
  await guest.getByLabel('Country').selectOption('SN');
  await guest.getByRole('button', { name: 'Show' }).click();
  await expect(guest.getByRole('link', { name: 'Buying together, paying on time' })).toBeVisible();
  await expect(guest.getByRole('link', { name: /^Health financing in five/ })).toHaveCount(0);
  const other = await visit();
  await other.goto(guest.url());
  await expect(other.getByRole('status').filter({ hasText: /^\d+ in all$/ })).toBeVisible();
  await expect(other.getByRole('link', { name: 'Buying together, paying on time' })).toBeVisible();
});
