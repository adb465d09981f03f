import type { Page } from '@playwright/test';
import { expect, ready, test } from './people.ts';

const open = (page: Page) => page.locator('#panel-ballot');
const results = (page: Page) => page.locator('#panel-ballots');
const desk = (page: Page) => page.locator('#panel-ballot-desk');
const answered = (page: Page) => open(page).locator('[data-answered]');

/** The chair asks; `more` fills in what is one step away. */
async function put(chair: Page, question: string, kind: RegExp, more?: () => Promise<void>): Promise<void> {
  await desk(chair).getByLabel('Question', { exact: true }).fill(question);
  await desk(chair).getByRole('radio', { name: kind }).check();
  if (more) {
    await desk(chair).locator('summary', { hasText: 'Options, secrecy' }).click();
    await more();
  }
  await desk(chair).getByRole('button', { name: 'Put to the room' }).click();
}

async function answer(page: Page, choice: string, button: string | RegExp = 'Cast'): Promise<void> {
  await open(page).getByRole('radio', { name: choice, exact: true }).check();
  await open(page).getByRole('button', { name: button }).click();
}

test('a chair looks around, asks for consent and has three delegations vote, recorded and in secret, while a state that is not asked and an observer only watch', async ({
  visit,
  baseURL
}) => {
  test.setTimeout(180_000);
  const [chair, senegal, ivory, mali, malawi, observer, guest] = await Promise.all([
    visit('secretariat'),
    visit('ministry.sn'),
    visit('koffi.nguessan', { viewport: { width: 360, height: 740 } }),
    visit('fatoumata.traore'),
    visit('ministry.mw'),
    visit('observer'),
    visit()
  ]);
  const everyone = [chair, senegal, ivory, mali, malawi, observer, guest];

  await chair.goto('/sessions/new?forum=health-financing-west-africa');
  await ready(chair);
  await chair.getByLabel('Title').fill('Three answers in a room');
  await chair.getByLabel('Agenda').fill('5 | Opening\n20 | Who signs');
  // The five countries of the forum are invited: they decide.
  await chair.getByRole('button', { name: 'Schedule a session' }).click();
  await expect(chair.getByRole('heading', { level: 1 })).toHaveText('Three answers in a room');
  const address = new URL(chair.url()).pathname;
  await chair.getByRole('button', { name: 'Open the session' }).click();
  await expect(desk(chair)).toBeVisible();
  await Promise.all(everyone.slice(1).map((page) => page.goto(address)));
  await Promise.all(everyone.map(ready));

  // Recorded, with a quorum: a change of mind counts, and nobody sees a figure before the end.
  await put(chair, 'Shall the district sign?', /^Vote by delegation/, async () => {
    await desk(chair)
      .getByLabel(/^Quorum/)
      .fill('40');
  });
  for (const page of everyone)
    await expect(open(page).getByRole('heading')).toHaveText('Shall the district sign?');
  await answer(senegal, 'Against');
  await answer(ivory, 'For');
  for (const page of everyone) await expect(answered(page)).toHaveAttribute('data-answered', '2');
  await answer(senegal, 'For', 'Change');
  await expect(open(senegal)).toContainText('answered for Senegal: For');
  for (const page of [chair, mali, malawi, observer, guest])
    await expect(open(page)).not.toContainText('answered for Senegal');
  for (const page of [malawi, observer, guest]) await expect(open(page).getByRole('radio')).toHaveCount(0);
  await expect(open(malawi)).toContainText('not among those who decide');
  await expect(open(observer)).toContainText('Observers do not decide');
  const endedAt = Date.now();
  await desk(chair).getByRole('button', { name: 'End and count' }).click();
  await Promise.all(everyone.map((page) => expect(results(page).getByText('Adopted')).toBeVisible()));
  console.log(`seven windows showed the result ${Date.now() - endedAt} ms after the chair ended the vote`);
  await expect(results(guest).getByRole('row', { name: /^For/ }).first()).toContainText('2');
  await expect(results(guest)).toContainText('Senegal');

  await results(senegal).locator('summary', { hasText: 'Explain your delegation' }).click();
  await results(senegal)
    .getByLabel('Explanation', { exact: true })
    .fill('Our law has asked for it since 2019.');
  await results(senegal).getByRole('button', { name: 'Post the explanation' }).click();
  await expect(results(guest).getByText('Our law has asked for it since 2019.')).toBeVisible();

  // In secret: what is in the box stays in it, and no window names anybody.
  await put(chair, 'Who shall lead the group?', /^Vote by delegation/, async () => {
    await desk(chair)
      .getByRole('checkbox', { name: /^Secret/ })
      .check();
    await desk(chair)
      .getByLabel(/^Options, one a line/)
      .fill('Dakar\nBamako');
  });
  for (const [page, choice] of [
    [senegal, 'Dakar'],
    [ivory, 'Dakar'],
    [mali, 'Bamako']
  ] as const) {
    await answer(page, choice, 'Put into the box');
    await expect(open(page)).toContainText('is in the box');
    await expect(open(page).getByRole('radio')).toHaveCount(0);
  }
  for (const page of everyone) await expect(answered(page)).toHaveAttribute('data-answered', '3');
  await desk(chair).getByRole('button', { name: 'End and count' }).click();
  for (const page of everyone) {
    await expect(results(page).getByText('Chosen: Dakar')).toBeVisible();
    const secret = results(page).getByRole('article', { name: 'Who shall lead the group?' });
    await expect(secret).not.toContainText(/Senegal|Mali|Ivoire/);
  }

  // Consent: one objection stops it in every window at once, and says whose it is.
  await put(chair, 'We go on without a break', /^Consent/);
  for (const page of everyone) await expect(open(page).getByRole('timer')).toBeVisible();
  await expect(open(observer).getByRole('button', { name: 'Object' })).toHaveCount(0);
  await open(mali).getByRole('button', { name: 'Object' }).click();
  for (const page of everyone)
    await expect(results(page).getByText('Not agreed: Mali objected')).toBeVisible();

  // Silence until the time is over is agreement; the clock ends it by itself.
  await put(chair, 'We break at four', /^Consent/, async () => {
    await desk(chair)
      .getByLabel(/^Seconds/)
      .fill('10');
  });
  await expect(open(guest).getByRole('timer')).toBeVisible();
  for (const page of everyone)
    await expect(results(page).getByText('Agreed: nobody objected')).toBeVisible({ timeout: 15_000 });

  // A look around among all who are here: also those whose state is not asked otherwise; observers only watch.
  await put(chair, 'Shall we meet again in May?', /^Straw poll/, async () => {
    await desk(chair).getByLabel('Who answers (straw poll)').selectOption('person');
  });
  await answer(malawi, 'For');
  await expect(answered(guest)).toHaveAttribute('data-answered', '1');
  await expect(open(observer).getByRole('radio')).toHaveCount(0);

  await chair.locator('summary', { hasText: 'Close the session' }).click();
  await chair.getByRole('button', { name: 'Close and write the record' }).click();
  await guest.getByRole('link', { name: 'Read the record' }).click();
  const chapter = guest.getByRole('region', { name: 'Positions', exact: true });
  await expect(chapter.getByRole('article')).toHaveCount(5);
  await expect(chapter).toContainText('Our law has asked for it since 2019.');
  const record = (await (await fetch(`${baseURL}${address}/record.json`)).json()) as {
    ballots: { secret: boolean; positions: unknown[]; result: { answered: number } | null }[];
  };
  expect(record.ballots.map(({ positions }) => positions.length)).toEqual([2, 0, 1, 0, 0]);
  expect(record.ballots.map(({ result }) => result?.answered)).toEqual([2, 3, 1, 0, 1]);
});
