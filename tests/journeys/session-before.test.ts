import type { Page } from '@playwright/test';
import { expect, test } from './people.ts';

const french = async (page: Page, origin: string) => {
  await page.context().addCookies([{ name: 'palabre_locale', value: 'fr', url: origin }]);
  return page;
};
const register = (page: Page) => page.getByRole('button', { name: /^(Register|S’inscrire)$/ });
const wide = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test('an adviser prepares a session with four ministries: they accept in their browsers, and everyone sees five of five', async ({
  visit,
  baseURL
}) => {
  test.setTimeout(150_000);
  const phone = { viewport: { width: 360, height: 740 } };
  const [senegal, ivoire, mali, bissau, verde] = await Promise.all([
    visit('ministry.sn'),
    visit('koffi.nguessan', phone),
    visit('fatoumata.traore'),
    visit('armando.sanca'),
    visit('ivone.tavares')
  ]);
  await french(ivoire, baseURL!);
  const everyone = [senegal, ivoire, mali, bissau, verde];

  await senegal.goto('/sessions');
  await senegal
    .getByRole('region', { name: 'Schedule a session' })
    .getByRole('link', { name: 'Health financing in five West African countries' })
    .click();
  await senegal.getByLabel('Title').fill('Financer la santé : quatre ministères et le Sénégal');
  await senegal
    .getByLabel('Agenda')
    .fill(
      [
        '10 | Ouverture par le Sénégal',
        '40 | Financiamento: o que mudou na Guiné-Bissau e em Cabo Verde',
        '30 | What each ministry pays for, and how late',
        '10 | Suite'
      ].join('\n')
    );
  await senegal.getByLabel('Place', { exact: true }).fill('Dakar');
  await senegal.getByRole('radio', { name: /^Only countries, organisations and persons/ }).check();
  await senegal.getByLabel('A day before').check();
  await senegal.getByRole('button', { name: 'Schedule a session' }).click();
  await expect(senegal.getByRole('heading', { level: 1 })).toHaveText(/quatre ministères/);
  const address = new URL(senegal.url()).pathname;

  await Promise.all(everyone.slice(1).map((page) => page.goto(address)));
  const come = (page: Page) => page.locator('[data-registered]');
  for (const page of everyone) await expect(come(page)).toContainText(/0 (of|sur) 5/);
  await expect(come(ivoire)).toHaveText('Pays inscrits : 0 sur 5');
  expect(await wide(ivoire)).toBe(0);

  // Each country answers in its own browser; the others see it without a reload.
  for (const [index, page] of [ivoire, mali, bissau, verde, senegal].entries()) {
    await register(page).click();
    for (const each of everyone)
      await expect(come(each)).toContainText(new RegExp(`${index + 1} (of|sur) 5`));
  }

  // The date moves: every open page shows it, and the calendar entry replaces the earlier one.
  const calendar = async (page: Page) => (await page.request.get(`${address}/session.ics`)).text();
  const before = await calendar(mali);
  await senegal.getByRole('link', { name: 'Time, place and registration' }).click();
  await senegal.getByLabel('Place', { exact: true }).fill('Praia');
  await senegal.getByRole('button', { name: 'Save the changes' }).click();
  for (const page of everyone) await expect(page.getByText('Praia', { exact: true })).toBeVisible();
  const after = await calendar(mali);
  const field = (file: string, name: string) => new RegExp(`^${name}:(.*)$`, 'm').exec(file)?.[1].trim();
  expect(field(after, 'UID')).toBe(field(before, 'UID'));
  expect([field(before, 'SEQUENCE'), field(after, 'SEQUENCE')]).toEqual(['0', '1']);

  // A ministry proposes an item; the adviser takes it onto the agenda of all.
  await ivoire.getByText('Proposer un point').first().click();
  await ivoire.getByRole('textbox', { name: 'Titre' }).fill('Le fonds de roulement');
  await ivoire.getByRole('button', { name: 'Proposer un point' }).click();
  await senegal.getByRole('button', { name: /^Take it onto the agenda/ }).click();
  for (const page of everyone)
    await expect(
      page.getByRole('region', { name: /^(Agenda|Ordre du jour)$/ }).getByText('Le fonds de roulement')
    ).toBeVisible();

  // What is missing stands on the check-list until it is there.
  await senegal.getByText('Add a paper').first().click();
  const papers = senegal.getByRole('region', { name: /^Papers/ });
  await papers.getByLabel('Title').fill('Tableau des délais');
  await papers.getByLabel('Who brings it').fill('Mali');
  await papers.getByRole('button', { name: 'Add a paper' }).click();
  await expect(mali.getByRole('region', { name: /^Papers/ }).getByText('Expected')).toBeVisible();
  await expect(ivoire.getByText('0 sur 1 prêts')).toBeVisible();

  // Cancelled, it says why in every window.
  await senegal.getByRole('link', { name: 'Time, place and registration' }).click();
  await senegal.getByLabel('Reason').fill('Vols annulés');
  await senegal.getByRole('button', { name: 'Cancel this session' }).click();
  for (const page of everyone) await expect(page.getByText('Vols annulés')).toBeVisible();
  expect(field(await calendar(mali), 'METHOD')).toBe('CANCEL');
  expect(await wide(ivoire)).toBe(0);
});

test('a person without JavaScript waits for a place, and has it when another gives theirs back', async ({
  visit
}) => {
  const [organiser, first, second] = await Promise.all([
    visit('secretariat'),
    visit('fatoumata.traore'),
    visit('ivone.tavares', { javaScriptEnabled: false })
  ]);
  await organiser.goto('/sessions/new?forum=health-financing-west-africa');
  await organiser.getByLabel('Title').fill('One place');
  await organiser.getByLabel('Places', { exact: true }).fill('1');
  await organiser.getByRole('button', { name: 'Schedule a session' }).click();
  await expect(organiser.getByRole('heading', { level: 1 })).toHaveText('One place');
  const address = new URL(organiser.url()).pathname;

  await first.goto(address);
  await register(first).click();
  await expect(first.getByText(/^You are registered/)).toBeVisible();
  await second.goto(address);
  await second.getByRole('button', { name: 'Join the waiting list' }).click();
  await expect(second.getByText(/You are number 1 on the waiting list/)).toBeVisible();
  await organiser.goto(`${address}/invitations`);
  await expect(organiser.getByRole('heading', { name: /On the waiting list/ })).toBeVisible();
  await first.getByRole('button', { name: 'I will not come' }).click();
  await expect(
    register(first).or(first.getByRole('button', { name: 'Join the waiting list' }))
  ).toBeVisible();
  await second.goto(address);
  await expect(second.getByText(/^You are registered/)).toBeVisible();
});
