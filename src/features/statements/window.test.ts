import { expect, test } from 'vitest';
import { isWindowOpen } from './window.ts';

const window = {
  before: 24,
  after: 48,
  from: '2026-03-11T14:00:00.000Z',
  until: '2026-03-14T16:00:00.000Z'
};
const at = (moment: string) => Date.parse(moment);

test('a delegation far away writes from a day before, and until two days after the close, to the second', () => {
  expect(isWindowOpen(window, 'scheduled', at('2026-03-11T13:59:59Z'))).toBe(false);
  expect(isWindowOpen(window, 'scheduled', at('2026-03-11T14:00:00Z'))).toBe(true);
  expect(isWindowOpen(window, 'closed', at('2026-03-14T15:59:59Z'))).toBe(true);
  expect(isWindowOpen(window, 'closed', at('2026-03-14T16:00:00Z'))).toBe(false);
  expect(isWindowOpen({ ...window, from: null, until: null }, 'closed', 0)).toBe(false);
  expect(isWindowOpen(window, 'live', at('2026-03-12T14:00:00Z'))).toBe(false);
});
