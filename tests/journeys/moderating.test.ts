import { expect, openThread, postCards, reply, startThread, test } from './people.ts';

test('a delegate writes for a ministry, its focal point clears without scripts, a reader reports, a moderator hides, the author appeals', async ({
  visit
}) => {
  const [delegate, focalPoint, reader, moderator] = await Promise.all([
    visit('amadou.keita'),
    visit('fatoumata.traore', { javaScriptEnabled: false }),
    visit('nurses'),
    visit('secretariat')
  ]);
  const text = `Mali pays midwives each quarter ${Date.now()}.`;
  const address = await startThread(reader, 'Who pays the midwives?');
  await Promise.all([openThread(delegate, address), openThread(reader, address)]);

  // What is said for the ministry waits: its author is told so, and nobody else sees a thing.
  await delegate.getByLabel('You act').selectOption({ index: 0 });
  await reply(delegate, text);
  await expect(delegate).toHaveURL(/\/waiting\//);
  await expect(delegate.locator('main')).toContainText(text);
  await expect(delegate.locator('main')).toContainText('Waits for clearance');
  await expect(postCards(reader)).toHaveCount(1);

  // The focal point clears it on the page, by a plain form; the reader sees it come.
  await focalPoint.goto('/clearance');
  const waiting = focalPoint.getByRole('article').filter({ hasText: text });
  await waiting.getByRole('button', { name: 'Clear and post' }).click();
  await expect(focalPoint.locator('.notice')).toHaveText(/Cleared/);
  const post = postCards(reader).filter({ hasText: text });
  await expect(post).toContainText('cleared by');

  // The reader reports it; the moderator finds it in place, and hides it.
  await post.getByRole('link', { name: 'Report' }).click();
  await reader.getByLabel('Reason').first().selectOption({ label: 'off topic' });
  await reader.getByRole('button', { name: 'Report' }).click();
  await expect(reader.locator('.notice')).toHaveText(/Reported/);
  await reader.goto(address);
  await moderator.goto('/moderation');
  const flagged = moderator.getByRole('article').filter({ hasText: text });
  await flagged.getByText('Hide the post').first().click();
  await flagged.getByLabel('Why').nth(1).fill('The thread is about others.');
  await flagged.getByRole('button', { name: 'Hide the post' }).click();
  await expect(moderator.getByRole('heading', { level: 1 })).toHaveText('Post hidden');
  const act = moderator.url();
  await expect(postCards(reader).nth(1)).toContainText('Hidden by a moderator');
  await expect(reader.locator('main')).not.toContainText(text);

  // Its author reads what was decided and why, and appeals once.
  await delegate.goto(act);
  await expect(delegate.locator('main')).toContainText('The thread is about others.');
  await expect(delegate.locator('main')).toContainText(text);
  await delegate.getByLabel('Why the decision should be another one').fill('It answers the question.');
  await delegate.getByRole('button', { name: 'Appeal' }).click();
  await expect(delegate.locator('main')).toContainText('Not decided yet');
  await expect(delegate.getByRole('button', { name: 'Appeal' })).toHaveCount(0);

  // Not by who decided first: an administrator looks at it, and shows it again.
  await moderator.goto(act);
  await expect(moderator.getByRole('heading', { name: 'Decide' })).toHaveCount(0);
  const administrator = await visit('admin');
  await administrator.goto(act);
  await administrator.getByLabel('Outcome').selectOption({ label: 'The decision is undone' });
  await administrator.getByLabel('Why').fill('It does answer.');
  await administrator.getByRole('button', { name: 'Decide' }).click();
  await expect(administrator.locator('main')).toContainText('The decision is undone');
  await expect(postCards(reader).filter({ hasText: text })).toHaveCount(1);
});
