import { expect, forum, openThread, postCards, reply, signIn, test } from './people.ts';
import type { Page } from '@playwright/test';

/** Starts a thread of a purpose through the form; its address. */
async function start(page: Page, purpose: string, title: string): Promise<string> {
  await page.goto(`/threads/new?forum=${forum}&purpose=${purpose}`);
  await page.getByLabel('Title').fill(title);
  await page.getByLabel('What it is about').fill('What did you try, and what came of it?');
  await page.getByRole('button', { name: 'Start a thread' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  return new URL(page.url()).pathname;
}

test('three countries fill a call for experiences at once, in two languages, one without scripts, and the table fills in every window', async ({
  visit,
  baseURL
}) => {
  const [caller, mali, plain, reader] = await Promise.all([
    visit('ministry.sn'),
    visit('fatoumata.traore'),
    visit('ivone.tavares', { javaScriptEnabled: false }),
    visit()
  ]);
  await mali.context().addCookies([{ name: 'palabre_locale', value: 'fr', url: baseURL! }]);
  const address = await start(caller, 'call', 'Who shortened the payment delay?');
  await Promise.all([openThread(reader, address), openThread(caller, address)]);
  const table = (page: Page) => page.getByRole('table', { name: 'Experiences by country' });

  const tell = async (
    page: Page,
    words: Record<'country' | 'year' | 'measure' | 'share' | 'send' | 'outcome', string>
  ) => {
    await page.goto(address);
    await page.getByText(words.share, { exact: true }).click();
    const form = page.locator('#experience');
    await form.locator('[name=country]').selectOption(words.country);
    await form.locator('[name=year]').fill(words.year);
    await form.locator('[name=measure]').fill(words.measure);
    await form.getByLabel(words.outcome, { exact: true }).check();
    await form.locator('[name=evidence]').fill('=1+1 tells');
    await form.getByRole('button', { name: words.send }).click();
    await expect(postCards(page).filter({ hasText: words.measure })).toHaveCount(1);
  };
  const english = {
    share: 'Tell what your country tried',
    send: 'Share this experience'
  };
  await Promise.all([
    tell(caller, {
      ...english,
      country: 'SN',
      year: '2022',
      measure: 'A quarterly advance',
      outcome: 'Worked'
    }),
    tell(plain, {
      ...english,
      country: 'CV',
      year: '2019',
      measure: 'Thirty days in law',
      outcome: 'Partly'
    }),
    tell(mali, {
      country: 'ML',
      year: '2020',
      measure: 'Paiement par téléphone',
      outcome: 'N’a pas marché',
      share: 'Raconter ce que votre pays a essayé',
      send: 'Partager cette expérience'
    })
  ]);

  await expect(table(reader).getByRole('row')).toHaveCount(4);
  await expect(reader.getByRole('heading', { name: '3 experiences' })).toBeVisible();
  await reader.goto(`${address}?country=ML`);
  await expect(table(reader).getByRole('row')).toHaveCount(2);
  await expect(table(reader)).toContainText('Paiement par téléphone');
  await reader.goto(`${address}?sort=year`);
  await expect(table(reader).getByRole('rowheader')).toHaveText(['Cabo Verde', 'Mali', 'Senegal']);
  const csv = await (await reader.request.get(`${address}/experiences.csv?outcome=worked`)).text();
  expect(csv.trim().split('\r\n')).toHaveLength(2);
  expect(csv).toContain("'=1+1 tells");
});

test('a refused experience comes back filled in, and one that is told can be changed with its history', async ({
  visit
}) => {
  const page = await visit('ministry.sn', { javaScriptEnabled: false });
  const address = await start(page, 'call', 'Who pays for the ambulance?');
  await page.getByText('Tell what your country tried').click();
  const form = page.locator('#experience');
  await form.locator('[name=year]').fill('2099');
  await form.locator('[name=measure]').fill('A district pool');
  await form.getByLabel('Worked', { exact: true }).check();
  await form.getByRole('button', { name: 'Share this experience' }).click();
  await expect(form.getByRole('alert')).toBeVisible();
  await expect(form.locator('[name=measure]')).toHaveValue('A district pool');
  await form.locator('[name=year]').fill('2021');
  await form.getByRole('button', { name: 'Share this experience' }).click();
  await postCards(page).nth(1).getByRole('link', { name: 'Edit or withdraw' }).click();
  await page.getByLabel('Did not work').check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page).toHaveURL(new RegExp(`${address}\\?post=2`));
  await expect(page.getByRole('table')).toContainText('Did not work');
  await page.getByRole('link', { name: 'edited once' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Version 1' })).toContainText('Worked');
});

test('a question is answered, and everyone who looks sees live which reply it is', async ({ visit }) => {
  const [asker, other, guest, list] = await Promise.all([
    visit('ministry.sn'),
    visit('nurses'),
    visit(),
    visit()
  ]);
  const title = 'Which text sets the date of payment?';
  const address = await start(asker, 'question', title);
  await Promise.all([openThread(guest, address), openThread(other, address), list.goto(`/forums/${forum}`)]);
  await reply(other, 'The budget law, article 14.');
  await expect(postCards(guest).filter({ hasText: 'article 14' })).toHaveCount(1);
  await openThread(asker, address);
  await asker.getByRole('button', { name: 'Accept as the answer' }).click();
  for (const page of [asker, guest, other])
    await expect(page.getByRole('link', { name: 'The answer is no. 2' })).toBeVisible();
  await expect(list.getByRole('listitem').filter({ hasText: title })).toContainText('Answered');
  await expect(other.getByRole('button', { name: 'No longer the answer' })).toHaveCount(0);
  await asker.getByRole('button', { name: 'No longer the answer' }).click();
  await expect(guest.getByRole('link', { name: 'The answer is no. 2' })).toHaveCount(0);
});

test('a request for support travels from the country to the region to headquarters, and is answered there', async ({
  visit
}) => {
  const [ministry, country, region, headquarters] = await Promise.all([
    visit('armando.sanca'),
    visit('henrik.dahl'),
    visit('adjoa.mensah'),
    visit('secretariat')
  ]);
  const title = 'Someone who has costed a nursing school';
  const address = await start(ministry, 'support', title);
  await openThread(ministry, address);
  const way = (page: Page) => page.getByRole('region', { name: 'Where the request went' });
  await expect(way(ministry)).toContainText('Partnership for Coverage');

  for (const [desk, next] of [
    [country, 'West African Health Community'],
    [region, 'Health Systems Secretariat']
  ] as const) {
    await desk.goto('/support');
    await expect(desk.getByRole('listitem').filter({ hasText: title })).toContainText('Waits for you');
    await desk.getByRole('link', { name: title }).click();
    await desk.getByText('Send on to the next level').first().click();
    await desk.getByLabel('Why (everyone will read it)').fill('Not known here');
    await desk.getByRole('button', { name: 'Send on to the next level' }).click();
    await expect(way(ministry)).toContainText(next);
  }
  await openThread(headquarters, address);
  await reply(headquarters, 'Two schools in the region did; here is the workbook.');
  await expect(way(ministry)).toContainText('Answered after');
  await expect(way(ministry).getByRole('listitem')).toHaveCount(4);
  await headquarters.goto('/support');
  await expect(headquarters.getByRole('listitem').filter({ hasText: title })).toContainText('Answered');
});

test('an announcement stands first, takes no reply, and only who leads the forum makes one', async ({
  visit,
  baseURL
}) => {
  const [leader, member] = await Promise.all([visit('secretariat'), visit('nurses')]);
  const soon = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
  await leader.goto(`/threads/new?forum=${forum}&purpose=announcement`);
  await leader.getByLabel('First in lists until').fill(soon);
  await leader.getByLabel('Title').fill('The texts of item 3 are here');
  await leader.getByLabel('What it is about').fill('Please read them before Thursday.');
  await leader.getByRole('button', { name: 'Start a thread' }).click();
  await leader.waitForURL(/\/threads\/[0-9a-f]{8}-/);
  const address = new URL(leader.url()).pathname;
  await member.goto(address);
  await expect(member.getByText('Nobody replies to this announcement.')).toBeVisible();
  await expect(member.getByLabel('Text of your reply')).toHaveCount(0);
  await member.goto(`/threads/new?forum=${forum}`);
  await expect(member.getByRole('link', { name: 'Announcement' })).toHaveCount(0);
  const sent = await fetch(`${baseURL}${address}?/reply`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      origin: baseURL!,
      'content-type': 'application/x-www-form-urlencoded',
      cookie: `palabre_sign_in=${await signIn(baseURL!, 'nurses')}`
    },
    body: new URLSearchParams({ id: '019a0000-0000-7000-8000-00000000abcd', body: 'All the same' })
  });
  expect(sent.status).toBe(409);
  await member.goto(`/forums/${forum}?purpose=announcement`);
  await expect(member.getByRole('main').getByRole('listitem').filter({ hasText: 'item 3' })).toContainText(
    'Pinned'
  );
});
