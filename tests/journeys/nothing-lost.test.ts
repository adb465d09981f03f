import {
  emailOf,
  expect,
  openThread,
  password,
  postCards,
  reply,
  signIn,
  startThread,
  test
} from './people.ts';

test('a district doctor whose sign-in ended while writing keeps the text, and posts it after signing in again', async ({
  visit,
  baseURL
}) => {
  const [page, colleague] = await Promise.all([visit(), visit('nurses')]);
  const address = await startThread(colleague, 'What happens to a text when a sign-in ends?');
  // A sign-in of this test's own: it is ended from another machine, as one would after losing a phone.
  const own = await signIn(baseURL!, 'grace.phiri', true);
  await page.context().addCookies([{ name: 'palabre_sign_in', value: own, url: baseURL! }]);
  await openThread(page, address);
  const text = 'Three paragraphs that took me an hour.';
  await page.getByLabel('Text of your reply').fill(text);
  const elsewhere = await visit('grace.phiri');
  await elsewhere.goto('/settings');
  await elsewhere.getByRole('button', { name: 'Sign out everywhere' }).click();

  await page.getByRole('button', { name: 'Post reply' }).click();
  await expect(page.getByRole('alert').first()).toContainText(
    'Please sign in first. What you wrote is kept.'
  );
  await expect(page.getByLabel('Text of your reply')).toHaveValue(text);
  await page.locator('#reply').getByRole('link', { name: 'Sign in' }).click();
  await page.getByLabel('E-mail').fill(emailOf('grace.phiri'));
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByLabel('Text of your reply')).toHaveValue(text);
  await page.getByRole('button', { name: 'Post reply' }).click();
  await expect(postCards(page).filter({ hasText: text })).toHaveCount(1);
});

test('a delegate who writes while the thread is closed keeps the text and reads the reason', async ({
  visit
}) => {
  const [page, moderator] = await Promise.all([visit('expert'), visit('secretariat')]);
  const address = await startThread(moderator, 'Closed while someone writes');
  await openThread(page, address);
  const text = 'I was just about to say this.';
  await page.getByLabel('Text of your reply').fill(text);
  await moderator.goto(address);
  await moderator.locator('summary', { hasText: 'Close this thread' }).click();
  await moderator.getByLabel('Why (everyone will see it)').fill('The report is out.');
  await moderator.getByRole('button', { name: 'Close this thread' }).click();

  await expect(page.getByText('Closed by Tomas Lindgren')).toBeVisible();
  await expect(page.getByText('The report is out.')).toBeVisible();
  await expect(page.getByLabel('Your text, kept')).toHaveValue(text);
});

test('a delegate without a live line who posts into a closed thread gets the text back with the reason', async ({
  visit
}) => {
  const [page, moderator] = await Promise.all([
    visit('nurses', { javaScriptEnabled: false }),
    visit('secretariat')
  ]);
  const address = await startThread(moderator, 'Closed before the form came in');
  await page.goto(address);
  await moderator.goto(address);
  await moderator.locator('summary', { hasText: 'Close this thread' }).click();
  await moderator.getByRole('button', { name: 'Close this thread' }).click();
  await expect(moderator.getByText('Closed by Tomas Lindgren')).toBeVisible();

  await reply(page, 'Sent a moment too late.');
  await expect(page.getByRole('alert')).toHaveText(
    'This thread was closed meanwhile. Your text is kept here.'
  );
  await expect(page.getByLabel('Your text, kept')).toHaveValue('Sent a moment too late.');
  await expect(postCards(page)).toHaveCount(1);
});

test('a person on a slow line who types before the scripts have come keeps what was typed', async ({
  visit
}) => {
  const page = await visit('ministry.sn');
  let arrived = () => {};
  const line = new Promise<void>((resolve) => (arrived = resolve));
  await page.route('**/*.js', async (route) => {
    await line;
    await route.continue();
  });
  await page.goto('/lessons/new', { waitUntil: 'commit' });
  await page.getByLabel('Title').fill('Typed before any script');
  await page.getByLabel('What was done').fill('Waited for nothing.');
  await page.locator('summary#blocks').click();
  const blocks = page.getByRole('group', { name: 'Building blocks' }).getByRole('checkbox');
  await blocks.first().check();
  arrived();
  await page.waitForLoadState('networkidle');
  // The summary names what is ticked once the scripts run.
  await blocks.nth(1).check();
  await expect(page.locator('summary#blocks')).toContainText(/, /);
  await expect(page.getByLabel('Title')).toHaveValue('Typed before any script');
  await expect(page.getByLabel('What was done')).toHaveValue('Waited for nothing.');
  await expect(blocks.first()).toBeChecked();
});
