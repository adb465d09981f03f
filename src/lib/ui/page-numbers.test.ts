import { expect, test } from 'vitest';
import { pageNumbers } from './page-numbers.ts';

test('of many pages a reader sees the first, the last and those around', () => {
  expect(pageNumbers(1, 1)).toEqual([1]);
  expect(pageNumbers(1, 10)).toEqual([1, 2, 3, null, 10]);
  expect(pageNumbers(5, 10)).toEqual([1, 2, 3, 4, 5, 6, 7, null, 10]);
  expect(pageNumbers(10, 10)).toEqual([1, null, 8, 9, 10]);
  expect(pageNumbers(50, 100)).toEqual([1, null, 48, 49, 50, 51, 52, null, 100]);
});
