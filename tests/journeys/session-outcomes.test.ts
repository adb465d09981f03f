import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, forum, test } from './people.ts';

const region = (page: Page, name: string | RegExp) => page.getByRole('region', { name });
const editor = (page: Page) => page.locator('[contenteditable=true]');

/** A session of the public forum that the chair scheduled through the form; its address. */
async function schedule(chair: Page, title: string): Promise<string> {
  await chair.goto(`/sessions/new?forum=${forum}`);
  await chair.getByLabel('Title').fill(title);
  await chair.getByLabel('Agenda').fill('5 | Opening\n20 | Who signs');
  await chair.getByRole('button', { name: 'Schedule a session' }).click();
  await expect(chair.getByRole('heading', { level: 1 })).toHaveText(title);
  return new URL(chair.url()).pathname;
}

const open = async (chair: Page) => {
  await chair.getByRole('button', { name: 'Open the session' }).click();
  await chair.getByRole('button', { name: /^Open this item.*Who signs/ }).click();
};

async function say(page: Page, words: string): Promise<void> {
  await page.getByText('Write a statement').click();
  await page.getByLabel('Your statement').fill(words);
  await page.getByRole('button', { name: 'Post the statement' }).click();
  await expect(region(page, 'Statements').getByText(words)).toBeVisible();
}

test('a rapporteur writes the minutes before everyone’s eyes and records what was decided; the record holds both', async ({
  visit
}) => {
  test.setTimeout(150_000);
  const [chair, rapporteur, phone, guest] = await Promise.all([
    visit('secretariat'),
    visit('ministry.sn'),
    visit('nurses', { viewport: { width: 360, height: 740 } }),
    visit(null, { locale: 'fr-FR' })
  ]);
  const address = await schedule(chair, 'Who writes it down?');
  await Promise.all([rapporteur, phone, guest].map((page) => page.goto(address)));
  await rapporteur.getByRole('button', { name: 'Register' }).click();
  await expect(rapporteur.getByText(/^You are registered/)).toBeVisible();
  await chair.reload();
  const who = chair.getByLabel('Name a rapporteur');
  await who.selectOption({ label: (await who.locator('option', { hasText: 'Senegal' }).innerText()).trim() });
  await chair.getByRole('button', { name: 'Name a rapporteur' }).click();
  await open(chair);

  await expect(editor(rapporteur)).toBeVisible();
  await editor(rapporteur).focus();
  await rapporteur.keyboard.press('Control+End');
  await rapporteur.keyboard.type('The fund is signed in the district, within seven days.');
  await expect(rapporteur.locator('[data-save-state]')).toHaveAttribute('data-save-state', 'saved');
  for (const page of [chair, phone]) {
    await region(page, 'Minutes').scrollIntoViewIfNeeded();
    await expect(region(page, 'Minutes').getByText('within seven days')).toBeVisible();
    await expect(editor(page)).toHaveCount(0);
  }
  await region(guest, 'Compte rendu').scrollIntoViewIfNeeded();
  await expect(region(guest, 'Compte rendu').getByText('within seven days')).toBeVisible();
  await rapporteur.keyboard.type(' Nobody objects.');
  await expect(region(guest, 'Compte rendu').getByText('Nobody objects.')).toBeVisible();

  const outcomes = region(rapporteur, 'Decisions and outcomes');
  await outcomes.locator('summary', { hasText: 'Record an outcome' }).click();
  await outcomes.getByLabel('What was agreed').fill('The district signs.');
  await outcomes.getByRole('button', { name: 'Record an outcome' }).click();
  for (const page of [chair, phone])
    await expect(region(page, 'Decisions and outcomes').getByText('The district signs.')).toBeVisible();
  await expect(region(guest, 'Décisions et résultats').getByText('Décision 1')).toBeVisible();
  await expect(outcomes.getByLabel('What was agreed').last()).toHaveValue('');

  // An action says who and by when; what was typed stays when it does not.
  await outcomes.getByLabel('Kind').selectOption('action');
  await outcomes.getByLabel('What was agreed').last().fill('Mali sends the model of the form.');
  await outcomes.getByLabel('By when').last().fill('2099-06-30');
  await outcomes.getByRole('button', { name: 'Record an outcome' }).click();
  await expect(outcomes.getByRole('alert')).toContainText('An action says who does it');
  await expect(outcomes.getByLabel('What was agreed').last()).toHaveValue(
    'Mali sends the model of the form.'
  );
  await outcomes.getByLabel('Name, if not on the list').last().fill('The fund’s board');
  await outcomes.getByRole('button', { name: 'Record an outcome' }).click();
  await expect(region(phone, 'Decisions and outcomes').getByText('30 June 2099')).toBeVisible();
  await expect(outcomes.getByRole('alert')).toHaveCount(0);

  await region(chair, 'Decisions and outcomes').getByText('Change Decision 1').click();
  await region(chair, 'Decisions and outcomes')
    .getByLabel('Reason for withdrawing')
    .first()
    .fill('Said twice');
  await chair.getByRole('button', { name: 'Withdraw Decision 1' }).click();
  await expect(region(phone, 'Decisions and outcomes').getByText('Withdrawn at')).toBeVisible();
  expect((await new AxeBuilder({ page: rapporteur }).analyze()).violations.map(({ id }) => id)).toEqual([]);
  expect((await new AxeBuilder({ page: phone }).analyze()).violations.map(({ id }) => id)).toEqual([]);
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

  await chair.locator('summary', { hasText: 'Close the session' }).click();
  await chair.getByRole('button', { name: 'Close and write the record' }).click();
  await phone.getByRole('link', { name: 'Read the record' }).click();
  await expect(region(phone, 'Minutes').getByText('within seven days. Nobody objects.')).toBeVisible();
  const kept = region(phone, 'Decisions and outcomes');
  await expect(kept.getByText('Said twice')).toBeVisible();
  await expect(kept.getByText('The fund’s board')).toBeVisible();
  await phone.getByRole('link', { name: 'The minutes as they were published' }).click();
  await expect(phone.getByRole('main')).toContainText('Nobody objects.');
});

test('who is offline captures a lesson from a statement, comes back, and it is there once', async ({
  visit
}) => {
  test.setTimeout(120_000);
  const [chair, nurse, other] = await Promise.all([visit('secretariat'), visit('nurses'), visit('expert')]);
  const address = await schedule(chair, 'What did you learn?');
  await open(chair);
  await Promise.all([nurse, other].map((page) => page.goto(address)));
  await say(chair, 'One date for all payments brought the offers back.');
  const statement = region(nurse, 'Statements').getByRole('article').first();
  await expect(statement).toBeVisible();

  const capture = async (title: string) => {
    await statement.getByRole('link', { name: /lesson/i }).click();
    const dialog = nurse.getByRole('dialog', { name: 'Capture a lesson' });
    await expect(dialog.getByText('One date for all payments')).toBeVisible();
    await dialog.getByLabel('Title').fill(title);
    await dialog.getByLabel('What was done').fill('One date for all.');
    await dialog.getByLabel('What happened').fill('Seven offers instead of two.');
    await dialog.getByLabel('In two sentences').fill('A date that is kept brings offers back.');
    await dialog.getByLabel('What came of it?').selectOption('worked');
    await dialog.getByRole('button', { name: 'Keep the lesson' }).click();
    await expect(dialog).toBeHidden();
  };
  const shown = (page: Page, title: string) =>
    region(page, 'Lessons captured here').getByRole('listitem').filter({ hasText: title });

  await nurse.context().setOffline(true);
  await capture('Pay on one date');
  await expect(nurse.getByText(/^One lesson is kept on this device/)).toBeVisible();
  await capture('Publish the date');
  await expect(nurse.getByText(/^2 lessons are kept on this device/)).toBeVisible();
  await expect(shown(other, 'Pay on one date')).toHaveCount(0);

  await nurse.context().setOffline(false);
  for (const page of [nurse, other])
    for (const title of ['Pay on one date', 'Publish the date']) {
      await expect(shown(page, title)).toHaveCount(1);
      await expect(shown(page, title).getByRole('link', { name: 'From this statement' })).toBeVisible();
    }
  await expect(nurse.getByText(/kept on this device/)).toHaveCount(0);

  // Captured without a line, the window closed: whatever page comes next sends it.
  await nurse.context().setOffline(true);
  await capture('Say who pays');
  const later = await nurse.context().newPage();
  await nurse.close();
  await later.context().setOffline(false);
  await later.goto('/lessons');
  await expect(shown(other, 'Say who pays')).toHaveCount(1);
  await other.reload();
  for (const title of ['Pay on one date', 'Publish the date', 'Say who pays'])
    await expect(shown(other, title)).toHaveCount(1);
  await shown(other, 'Say who pays').getByRole('link', { name: 'Say who pays' }).click();
  await expect(other.getByRole('link', { name: 'What did you learn?' })).toBeVisible();
});

test('the room reads the text under discussion beside the speakers’ list, and asks for the floor there', async ({
  visit
}) => {
  test.setTimeout(120_000);
  const [chair, senegal, guest] = await Promise.all([visit('secretariat'), visit('ministry.sn'), visit()]);
  const address = await schedule(chair, 'A text on the table');
  await open(chair);
  await Promise.all([senegal, guest].map((page) => page.goto(address)));
  const text = region(chair, 'Text under discussion');
  const choice = text.getByLabel('Another text of this forum');
  const names = await choice.locator('option').allInnerTexts();
  await choice.selectOption({ label: names[0] });
  await text.getByRole('button', { name: 'Put it before the room' }).click();
  await region(guest, 'Text under discussion').getByRole('link', { name: 'Read it beside' }).click();
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText(names[0]);
  await senegal.goto(`${address}/text`);
  await senegal.getByRole('button', { name: 'Ask for the floor' }).click();
  await expect(senegal.getByText(/^You are number/)).toBeVisible();
  expect(new URL(senegal.url()).pathname).toBe(`${address}/text`);
  await expect(region(guest, 'Speakers’ list').getByRole('listitem')).toHaveText([/Senegal/]);
  if (names.length > 1) {
    await choice.selectOption({ label: names[1] });
    await text.getByRole('button', { name: 'Put it before the room' }).click();
    for (const page of [guest, senegal])
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(names[1]);
  }
  await text.getByRole('button', { name: 'Take the text away' }).click();
  await expect(guest.getByText('No text is before the room now.')).toBeVisible();
});
