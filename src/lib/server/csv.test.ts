import { expect, it } from 'vitest';
import { csvRow } from './csv.ts';

it('a cell that a spreadsheet would run as a formula becomes text', () => {
  for (const attack of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\u200b=1', '＝1', '\r=1'])
    expect(csvRow([attack]).replace(/^"/, '')).toMatch(/^'/);
  expect(csvRow(['=HYPERLINK("http://x","y")', 'b'])).toBe(`"'=HYPERLINK(""http://x"",""y"")",b\r\n`);
});

it('quotes, commas and line breaks survive', () =>
  expect(csvRow(['a "b"', 'c, d', 'e\nf', null, undefined, 2024, -5, 'é الصحة'])).toBe(
    '"a ""b""","c, d","e\nf",,,2024,-5,é الصحة\r\n'
  ));
