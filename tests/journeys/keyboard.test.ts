import { expect, longThread, openThread, postCards, ready, startThread, test } from './people.ts';

test('a delegate without a mouse walks to a forum, through a thread, quotes a post and replies', async ({
  visit
}) => {
  const page = await visit('nurses');
  const address = await longThread(page);
  await openThread(page, address);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  const second = page.locator('article[data-number]:focus');
  const number = Number(await second.getAttribute('data-number'));
  expect(number).toBeGreaterThan(0);
  await page.keyboard.press('k');
  await expect(page.locator('article[data-number]:focus')).toHaveAttribute('data-number', String(number - 1));
  await page.keyboard.press('q');
  const field = page.getByLabel('Text of your reply');
  await expect(field).toBeFocused();
  await expect(field).toHaveValue(/^> /);
  // While one writes, letters are letters.
  await page.keyboard.type('jjj');
  await expect(field).toHaveValue(/jjj$/);
  await field.blur();
  await page.keyboard.press('g');
  await page.keyboard.press('f');
  await expect(page).toHaveURL(/\/forums$/);
});

test('someone whose hands press keys unasked turns the shortcuts off, and they stay off', async ({
  visit
}) => {
  const page = await visit();
  await page.goto('/forums');
  await page.mouse.click(2, 300);
  await ready(page);
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet).toBeVisible();
  await sheet.getByLabel('Shortcuts on').uncheck();
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await page.reload();
  await page.mouse.click(2, 300);
  await ready(page);
  await page.keyboard.press('g');
  await page.keyboard.press('b');
  await page.keyboard.press('?');
  await expect(sheet).toBeHidden();
  await expect(page).toHaveURL(/\/forums$/);
});

test('who comes back to a long thread jumps to the first post that is new, and to the last', async ({
  visit
}) => {
  const [writer, reader] = [await visit('nurses'), await visit('ministry.mw')];
  const address = await startThread(writer, 'A long talk about short nights');
  const write = (from: number, to: number) =>
    writer.evaluate(
      async ([address, from, to]) => {
        for (let n = Number(from); n <= Number(to); n++) {
          const body = new URLSearchParams({
            id: crypto.randomUUID(),
            body: `Night ${n}`,
            capacity: 'personal'
          });
          const answer = await fetch(`${address}?/reply`, {
            method: 'POST',
            body,
            headers: { accept: 'application/json', 'x-sveltekit-action': 'true' }
          });
          if (!(await answer.text()).includes('success')) throw new Error(`no reply ${n}`);
        }
      },
      [address, from, to] as const
    );
  await write(2, 8);
  await openThread(reader, address);
  await reader.locator('#post-8').scrollIntoViewIfNeeded();
  await expect
    .poll(async () => {
      await reader.reload();
      return reader.locator('#new').count();
    })
    .toBe(0);
  await reader.goto('/forums');
  await write(9, 15);
  await reader.goto(address);
  await ready(reader);
  await reader.keyboard.press('u');
  await expect(reader).toHaveURL(/#post-9$/);
  await reader.keyboard.press('e');
  await expect(reader).toHaveURL(/#post-15$/);
  await expect(postCards(reader)).toHaveCount(15);
});

test('without scripts the same jumps are links, and the keys have a page', async ({ visit }) => {
  const page = await visit(null, { javaScriptEnabled: false });
  const address = await longThread(page);
  await page.goto(address);
  await page.getByRole('link', { name: /^Last post/ }).click();
  await expect(page).toHaveURL(/#post-51$/);
  await page.getByRole('link', { name: 'Keyboard shortcuts' }).click();
  await expect(page.getByRole('rowheader', { name: 'First unread post' })).toBeVisible();
});

test('on paper a thread is its words: no forms, no menus, nothing to click', async ({ visit }) => {
  const page = await visit('nurses');
  await page.goto(await longThread(page));
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(postCards(page).first()).toBeVisible();
  for (const hidden of ['header', 'nav', 'form', 'aside', 'button'])
    for (const one of await page.locator(hidden).all()) await expect(one).toBeHidden();
});
