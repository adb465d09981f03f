import { expect, openThread, postCards, reply, startThread, test } from './people.ts';

test('someone whose network lets no WebSocket through hears what is said all the same', async ({ visit }) => {
  const [page, other] = await Promise.all([visit(), visit('nurses')]);
  await page.addInitScript(() => {
    globalThis.WebSocket = class {
      onclose: (() => void) | null = null;
      constructor() {
        setTimeout(() => this.onclose?.());
      }
      close(): void {}
    } as unknown as typeof WebSocket;
  });
  const address = await startThread(other, 'A network that lets little through');
  await Promise.all([openThread(page, address), openThread(other, address)]);
  await expect(page.locator('[data-live]')).toHaveText('Live');
  await reply(other, 'Heard by long polling.');
  await expect(postCards(page).filter({ hasText: 'Heard by long polling.' })).toHaveCount(1);
});
