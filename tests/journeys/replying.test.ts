import {
  emailOf,
  expect,
  openThread,
  password,
  postCards,
  reply,
  startThread,
  test,
  whenShown
} from './people.ts';

test('a ministry signs in and replies on its behalf, and two others see it within a second', async ({
  visit
}) => {
  const [author, guest, nurse] = await Promise.all([visit(), visit(), visit('nurses')]);
  const address = await startThread(nurse, 'Who pays for the night shift?');
  await Promise.all([openThread(nurse, address), openThread(guest, address)]);

  await author.goto(address);
  await author.getByRole('link', { name: 'Sign in to reply' }).click();
  await author.getByLabel('E-mail').fill(emailOf('ministry.sn'));
  await author.getByLabel('Password').fill(password);
  await author.getByRole('button', { name: 'Sign in' }).click();
  await expect(author.getByLabel('You act')).toBeVisible();
  await expect(author.getByLabel('You act').locator('option:checked')).toHaveText(/^on behalf of .*Senegal/);
  await openThread(author, address);

  const text = 'Senegal pays it from the budget of the district.';
  const seen = await Promise.all([guest, nurse].map((page) => whenShown(page, text)));
  await author.getByLabel('Text of your reply').fill(text);
  await author.evaluate(() =>
    document.addEventListener(
      'submit',
      () => ((globalThis as unknown as { sentAt: number }).sentAt = Date.now()),
      true
    )
  );
  await author.getByRole('button', { name: 'Post reply' }).click();
  const moments = await Promise.all(seen.map((when) => when()));
  const sentAt = await author.evaluate(() => (globalThis as unknown as { sentAt: number }).sentAt);
  const waits = moments.map((moment) => moment - sentAt);
  console.log(`a reply was seen by two others after ${waits.join(' and ')} ms`);
  expect(Math.max(...waits)).toBeLessThan(1000);

  for (const page of [author, guest, nurse]) {
    const card = postCards(page).filter({ hasText: text });
    await expect(card).toHaveCount(1);
    await expect(card).toContainText('on behalf of the organisation');
    await expect(card.getByRole('strong').first()).toContainText('Senegal');
  }
  await expect(author.getByLabel('Text of your reply')).toHaveValue('');
});

test('a nurse without JavaScript replies, and is brought to the post', async ({ visit }) => {
  const page = await visit('nurses', { javaScriptEnabled: false });
  const address = await startThread(page, 'Plain forms reach everyone');
  await reply(page, 'Sent without a script.');
  await expect(page).toHaveURL(`${address}?post=2#post-2`);
  await expect(postCards(page).last()).toContainText('Sent without a script.');
});

test('an impatient delegate clicks twice, and posts once', async ({ visit }) => {
  const [page, other] = await Promise.all([visit('ministry.sn'), visit()]);
  const address = await startThread(page, 'Does a double click post twice?');
  await openThread(page, address);
  await page.getByLabel('Text of your reply').fill('Once is enough.');
  await page.getByRole('button', { name: 'Post reply' }).dblclick();
  await expect(postCards(page).filter({ hasText: 'Once is enough.' })).toHaveCount(1);
  await expect(page.locator('[data-pending]')).toHaveCount(0);
  await reply(page, 'And then the next one.');
  await expect(postCards(page).filter({ hasText: 'And then the next one.' })).toHaveCount(1);
  await other.goto(address);
  await expect(postCards(other)).toHaveCount(3);
});

test('a form that a browser sends twice becomes one post', async ({ visit, baseURL }) => {
  const page = await visit('nurses', { javaScriptEnabled: false });
  const address = await startThread(page, 'Does a form sent twice post twice?');
  const id = await page.locator('#reply input[name=id]').inputValue();
  const send = () =>
    page.request.post(`${address}?/reply`, {
      headers: { origin: baseURL!, accept: 'text/html' },
      maxRedirects: 0,
      form: { id, quoted: '', capacity: 'personal', body: 'The same form, twice.' }
    });
  const answers = await Promise.all([send(), send()]);
  expect(answers.map((answer) => answer.headers().location)).toEqual([
    `${address}?post=2#post-2`,
    `${address}?post=2#post-2`
  ]);
  await page.goto(address);
  await expect(postCards(page)).toHaveCount(2);
});

test('an expert in a personal capacity has no organisation to choose, and is told why when the form is forged', async ({
  visit,
  baseURL
}) => {
  const [ministry, page] = await Promise.all([visit('ministry.sn'), visit('expert')]);
  const address = await startThread(ministry, 'May an expert speak for a ministry?');
  const organisation = await ministry.getByLabel('You act').locator('option').first().getAttribute('value');
  await page.goto(address);
  await expect(page.locator('#reply')).toContainText('You act in a personal capacity');
  await expect(page.getByLabel('You act')).toHaveCount(0);
  const id = await page.locator('#reply input[name=id]').inputValue();
  const answer = await page.request.post(`${address}?/reply`, {
    headers: { origin: baseURL!, accept: 'text/html' },
    form: { id, quoted: '', capacity: organisation!, body: 'In the name of Senegal.' }
  });
  expect(answer.status()).toBe(403);
  const said = await answer.text();
  expect(said).toContain('This organisation has not given you a mandate, so you cannot act on its behalf.');
  expect(said).toContain('In the name of Senegal.');
  await page.reload();
  await expect(postCards(page)).toHaveCount(1);
});

test('a reader who only has a keyboard skips to the content, writes and posts', async ({ visit }) => {
  const page = await visit('nurses');
  const address = await startThread(page, 'Is the mouse needed?');
  await openThread(page, address);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  const field = page.getByLabel('Text of your reply');
  for (
    let steps = 0;
    steps < 40 && !(await field.evaluate((element) => element === document.activeElement));
    steps++
  )
    await page.keyboard.press('Tab');
  await expect(field).toBeFocused();
  await page.keyboard.type('Written and sent with Ctrl and Enter.');
  await page.keyboard.press('Control+Enter');
  await expect(postCards(page).filter({ hasText: 'with Ctrl and Enter' })).toHaveCount(1);
  await expect(field).toBeFocused();
  await page.keyboard.type('Written and sent with the button.');
  // Past what belongs to the text: files, its language, the preview.
  const post = page.getByRole('button', { name: 'Post reply' });
  for (
    let steps = 0;
    steps < 8 && !(await post.evaluate((element) => element === document.activeElement));
    steps++
  )
    await page.keyboard.press('Tab');
  await expect(post).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(postCards(page).filter({ hasText: 'with the button' })).toHaveCount(1);
});
