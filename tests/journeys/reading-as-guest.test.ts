import { expect, forum, longThread, postCards, test } from './people.ts';

test('a guest without JavaScript reads everything that is public', async ({ visit }) => {
  const page = await visit(null, { javaScriptEnabled: false });

  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Speak, write together, keep what was learned'
  );
  await expect(
    page
      .getByRole('region', { name: 'Live now' })
      .getByRole('link', { name: /six points à décider/ })
      .first()
  ).toBeVisible();
  await expect(page.getByRole('region', { name: 'Latest lessons' }).getByRole('link').first()).toBeVisible();

  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Forums' }).click();
  await page.getByRole('link', { name: 'Health financing in five West African countries' }).first().click();
  await expect(page).toHaveURL(new RegExp(`/forums/${forum}$`));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Health financing in five West African countries'
  );

  await page.goto(await longThread(page));
  await expect(postCards(page)).toHaveCount(51);
  for (const prose of [postCards(page).first(), postCards(page).last()])
    expect((await prose.locator('.prose').innerText()).length).toBeGreaterThan(40);
  await expect(page.getByRole('link', { name: 'Sign in to reply' })).toBeVisible();
  await expect(page.getByRole('button', { name: /Pause/ })).toBeHidden();

  await page.goto('/sessions');
  await page
    .getByRole('region', { name: 'Live now' })
    .getByRole('link', { name: /six points à décider/ })
    .first()
    .click();
  await expect(page.getByRole('region', { name: 'Agenda' }).getByRole('listitem')).toHaveCount(4);
  await expect(
    page.getByRole('region', { name: 'Speakers’ list' }).getByRole('listitem').first()
  ).toBeVisible();
  await expect(page.getByRole('article', { name: 'Statement 1', exact: true })).toContainText(
    'Welcome. Five ministries are here'
  );

  await page.goto('/lessons');
  await page.getByRole('region', { name: 'Results' }).getByRole('heading').getByRole('link').first().click();
  await expect(page.getByRole('heading', { name: 'What was done' })).toBeVisible();

  await page.goto('/briefs');
  await page.getByRole('link', { name: 'Key actions on measuring payment delays' }).first().click();
  await page.getByRole('link', { name: 'Publication 1' }).click();
  await expect(page.getByRole('heading', { name: 'Seal of the text' })).toBeVisible();
  await expect(page.getByRole('article')).toContainText('publishes the medians of the five countries');

  await page.goto('/countries');
  await page.getByRole('link', { name: 'Senegal', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Senegal');
});

test('a guest without JavaScript narrows the lessons with the button', async ({ visit }) => {
  const page = await visit(null, { javaScriptEnabled: false });
  await page.goto('/lessons');
  await page.getByRole('searchbox', { name: 'Search the lessons' }).last().fill('remboursement');
  await page.getByLabel('Did not work').check();
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(page).toHaveURL(/polarity=did_not_work/);
  await expect(page).toHaveURL(/q=remboursement/);
  await expect(page.getByRole('status').filter({ hasText: /lessons?$/ })).toBeVisible();
});
