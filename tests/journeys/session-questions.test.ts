import type { Page } from '@playwright/test';
import { expect, ready, test } from './people.ts';

const panel = (page: Page) => page.getByRole('region', { name: 'Questions', exact: true });
const questionOf = (page: Page, words: string) =>
  panel(page)
    .getByRole('listitem')
    .filter({ has: page.locator('.asked, .said', { hasText: words }) });
/** The open questions in the order shown, by what they ask. */
const asked = (page: Page) => panel(page).getByRole('list').first().locator('.asked').allInnerTexts();

async function ask(page: Page, words: string): Promise<void> {
  const box = page.getByLabel('Your question');
  if (!(await box.isVisible())) await page.getByText('Ask a question', { exact: true }).click();
  await box.fill(words);
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(box).toHaveValue('');
}

test('five people ask, vote and answer in one session; what stays open goes on as a thread, and who slept writes the day after', async ({
  visit,
  baseURL
}) => {
  test.setTimeout(180_000);
  const [chair, senegal, nurse, expert, guest] = await Promise.all([
    visit('secretariat'),
    visit('ministry.sn'),
    visit('nurses', { viewport: { width: 360, height: 740 } }),
    visit('expert'),
    visit()
  ]);
  await chair.goto('/sessions');
  await chair
    .getByRole('region', { name: 'Schedule a session' })
    .getByRole('link', { name: 'Health financing in five West African countries' })
    .click();
  await chair.getByLabel('Title').fill('Questions to the fund');
  await chair.getByLabel('Agenda').fill('5 | Opening\n20 | Questions');
  await chair.getByRole('button', { name: 'Schedule a session' }).click();
  await expect(chair.getByRole('heading', { level: 1 })).toHaveText('Questions to the fund');
  const address = new URL(chair.url()).pathname;
  const everyone = [chair, senegal, nurse, expert, guest];
  await Promise.all(everyone.slice(1).map((page) => page.goto(address)));
  await Promise.all(everyone.map(ready));

  // Before the session: a window for those who will sleep, and the first question.
  await chair.getByLabel('After the close').selectOption('48');
  await chair.getByRole('button', { name: 'Set the window' }).click();
  await ask(nurse, 'Who trains the district accountants?');
  await expect(questionOf(guest, 'Who trains')).toBeVisible();
  await chair.getByRole('button', { name: 'Open the session' }).click();

  await ask(senegal, 'Who signs for the fund?');
  await ask(senegal, 'Is there a ceiling?');
  await ask(expert, 'Whose signature does the fund need?');
  for (const page of everyone) await expect(panel(page).getByRole('article')).toHaveCount(4);

  // One vote a person, and it can be taken back.
  const ceiling = (page: Page) => questionOf(page, 'Is there a ceiling?');
  for (const page of [nurse, expert, chair])
    await ceiling(page)
      .getByRole('button', { name: /vote.* for question/ })
      .click();
  await expect(ceiling(guest)).toContainText('4 votes');
  await ceiling(chair)
    .getByRole('button', { name: /with yours/ })
    .click();
  await expect(ceiling(guest)).toContainText('3 votes');
  // Senegal’s best question stands first; its second one after the first of the others, and everybody reads why.
  await expect.poll(async () => (await asked(guest)).at(0)).toBe('Is there a ceiling?');
  await expect.poll(async () => (await asked(guest)).at(-1)).toBe('Who signs for the fund?');
  await expect(questionOf(guest, 'Who signs for the fund?')).toContainText(
    'Senegal has 1 question before this one'
  );

  // Moderation before: nobody but the chair and the asker sees what waits.
  await chair.getByText('Rules for questions').click();
  await chair.getByLabel('Moderation').selectOption('before');
  await chair.getByRole('button', { name: 'Set the rules' }).click();
  await expect(nurse.getByText('The chair reads it first')).toBeAttached();
  await ask(nurse, 'Was the minister told?');
  await expect(questionOf(chair, 'Was the minister told?')).toBeVisible();
  await expect(guest.getByText('1 question waits for the chair.')).toBeVisible();
  await expect(guest.getByText('Was the minister told?')).toHaveCount(0);
  await questionOf(chair, 'Was the minister told?').getByRole('button', { name: 'Show to everyone' }).click();
  await expect(questionOf(guest, 'Was the minister told?')).toBeVisible();

  // Two that ask the same become one.
  const same = questionOf(chair, 'Whose signature does the fund need?');
  await same.locator('summary').click();
  await same.getByLabel('Asks the same as').selectOption({ label: '2. Senegal: Who signs for the fund?' });
  await same.getByRole('button', { name: 'Unite the two' }).click();
  await expect(questionOf(guest, 'Who signs for the fund?')).toContainText('Also asked by');
  await expect(guest.getByText('Whose signature does the fund need?')).toHaveCount(0);
  await expect(questionOf(guest, 'Who signs for the fund?')).toContainText('2 votes');

  // A statement answers a question; the chair says so, and every window says when, and where.
  await senegal.getByText('Write a statement').click();
  await senegal.getByLabel('It answers').selectOption({ index: 1 });
  await senegal
    .getByLabel('Your statement')
    .fill('District accountants are trained by the school of finance.');
  await senegal.getByRole('button', { name: 'Post the statement' }).click();
  await expect(guest.getByText('Answers question 1')).toBeVisible();
  await questionOf(chair, 'Who trains').getByRole('button', { name: 'Answered now' }).click();
  await expect(questionOf(guest, 'Who trains')).toContainText(/Answered.*\d{1,2}:\d{2}.*Statement 1/s);

  // The chat is beside it, and not in the record but for what is cited.
  await nurse.getByLabel('A line for the chat').fill('See the decree of 2019.');
  await nurse.getByRole('button', { name: 'Send' }).click();
  await expect(guest.getByText('See the decree of 2019.')).toBeVisible();
  await chair.getByRole('button', { name: /^Cite in the record/ }).click();
  await expect(guest.getByRole('region', { name: 'Chat' })).toContainText('Cited');

  await chair.locator('summary', { hasText: 'Close the session' }).click();
  await chair.getByRole('button', { name: 'Close and write the record' }).click();
  await guest.getByRole('link', { name: 'Read the record' }).click();
  await expect(questionOf(guest, 'Who trains')).toContainText('Statement 1');
  await expect(guest.getByRole('region', { name: 'Cited from the chat' })).toContainText(
    'the decree of 2019'
  );
  const bytes = async () => (await fetch(`${baseURL}${address}/record.json`)).text();
  const before = await bytes();

  // The day after, without a script: the answer joins the page, marked as written, and the record that was cut stays as it was.
  const far = await visit('koffi.nguessan', { javaScriptEnabled: false });
  await far.goto(address);
  await far.getByText('Write a statement').click();
  await far.getByLabel('It answers').selectOption({ label: '3. Is there a ceiling?' });
  await far.getByLabel('Your statement').fill('In our treasury the ceiling is two per cent.');
  await far.getByRole('button', { name: 'Post the statement' }).click();
  const written = guest.getByRole('region', { name: 'Written answers' });
  await guest.reload();
  await expect(written).toContainText('the ceiling is two per cent');
  await expect(written).toContainText('In writing');
  expect(await bytes()).toBe(before);

  await questionOf(guest, 'Is there a ceiling?')
    .getByRole('link', { name: 'It goes on in a thread' })
    .click();
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText('Is there a ceiling?');
  await expect(guest.getByRole('link', { name: 'Questions to the fund' }).first()).toBeVisible();
});
