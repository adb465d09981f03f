import { expect, it } from 'vitest';
import { readSelection, without, writeSelection } from './selection.ts';

const read = (address: string) => readSelection(new URLSearchParams(address));

it('a shared address opens the same selection', () => {
  const address = '?q=r%C3%A9tention&polarity=did_not_work&country=SN&country=ML&order=newest&page=3';
  const selection = read(address);
  expect(selection).toEqual({
    query: 'rétention',
    facets: { polarity: ['did_not_work'], country: ['SN', 'ML'] },
    order: 'newest',
    page: 3
  });
  expect(read(writeSelection(selection, { page: 3 }))).toEqual(selection);
});

it('taking a choice away starts again at the first page', () => {
  const selection = read('country=SN&country=ML&page=3');
  expect(writeSelection(selection, { facets: without(selection, 'country', 'SN') })).toBe('?country=ML');
  expect(writeSelection(read(''))).toBe('');
});

it('an address that nobody made by a link is read as far as it makes sense', () => {
  expect(
    read(`q=${'x'.repeat(5000)}&page=-1&order=up&country=%3Cscript%3E&__proto__=1&country=SN&country=SN`)
  ).toEqual({
    query: 'x'.repeat(200),
    facets: { country: ['SN'] },
    order: 'relevance',
    page: 1
  });
  for (const page of ['1e9', '2.5', 'NaN', '999999999'])
    expect(read(`page=${page}`).page).toBeLessThanOrEqual(500);
});
