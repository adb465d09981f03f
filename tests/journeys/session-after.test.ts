import { createHash } from 'node:crypto';
import { expect, ready, test } from './people.ts';

test('the minutes of a closed session are for approval, corrected beside what was said, then approved and frozen under the hash that is printed', async ({
  visit,
  baseURL
}) => {
  test.setTimeout(120_000);
  const [chair, senegal, guest] = await Promise.all([
    visit('secretariat'),
    visit('ministry.sn', { viewport: { width: 360, height: 740 } }),
    visit()
  ]);
  await chair.goto('/sessions');
  await chair
    .getByRole('region', { name: 'Schedule a session' })
    .getByRole('link', { name: 'Health financing in five West African countries' })
    .click();
  await chair.getByLabel('Title').fill('Who keeps the minutes?');
  await chair.getByLabel('Agenda').fill('5 | Opening');
  await chair.getByRole('button', { name: 'Schedule a session' }).click();
  await expect(chair.getByRole('heading', { level: 1 })).toHaveText('Who keeps the minutes?');
  const address = new URL(chair.url()).pathname;
  await chair.getByRole('button', { name: 'Open the session' }).click();

  await senegal.goto(address);
  await ready(senegal);
  await senegal.getByRole('button', { name: 'Join the session' }).click();
  await senegal.getByText('Write a statement').click();
  await senegal.getByLabel('Your statement').fill('The district signs.');
  await senegal.getByRole('button', { name: 'Post the statement' }).click();
  await expect(senegal.getByRole('article').filter({ hasText: 'The district signs.' })).toBeVisible();

  await chair.locator('summary', { hasText: 'Close the session' }).click();
  await expect(chair.getByLabel(/^Time for corrections/)).toHaveValue('48');
  await chair.getByRole('button', { name: 'Close and write the record' }).click();
  await expect(chair.getByRole('heading', { name: 'Minutes for approval' })).toBeVisible();

  await senegal.goto(address);
  await ready(senegal);
  await senegal.locator('summary', { hasText: 'Propose a correction' }).click();
  await senegal.getByLabel('What it is about').selectOption('statement-1');
  await senegal.getByLabel('The correction').fill('The region signs, not the district.');
  await senegal.getByRole('button', { name: 'Propose a correction' }).click();
  await guest.goto(address);
  const corrections = guest.getByRole('region', { name: 'Corrections' });
  await expect(corrections.getByText('waits for the chair')).toBeVisible();

  await chair.goto(address);
  await ready(chair);
  await chair.getByRole('button', { name: /^Accept/ }).click();
  await expect(chair.getByText('✓ accepted')).toBeVisible();
  await chair.locator('summary', { hasText: 'Approve the minutes now' }).click();
  await chair.getByLabel('Why now').fill('The meeting agreed in the room.');
  await chair.getByRole('button', { name: 'Approve and freeze' }).click();
  await expect(chair.getByRole('heading', { name: 'Minutes approved' })).toBeVisible();

  await guest.reload();
  await expect(guest.getByText('The meeting agreed in the room.')).toBeVisible();
  await expect(guest.getByText('The district signs.')).toBeVisible();
  await expect(corrections.getByText('The region signs, not the district.')).toBeVisible();
  await expect(guest.getByRole('link', { name: /^Edition \d$/ })).toHaveCount(3);
  const printed = (await guest.locator('code').filter({ hasText: 'sha256:' }).innerText()).trim();
  const take = async (path: string) =>
    Buffer.from(await (await fetch(`${baseURL}${address}/${path}`)).arrayBuffer());
  const file = await take('record.json');
  expect(printed).toBe(`sha256:${createHash('sha256').update(file).digest('hex')}`);
  expect((await take('record.json?edition=1')).toString()).not.toContain('The region signs');
  for (const format of ['html', 'md'])
    expect((await take(`record.${format}`)).toString()).toContain('The region signs, not the district.');
  expect((await take('record.docx')).subarray(0, 2).toString()).toBe('PK');
  await senegal.reload();
  await expect(senegal.locator('summary', { hasText: 'Propose a correction' })).toHaveCount(0);
  const wide = await senegal.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
});
