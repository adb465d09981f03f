import { expect, it } from 'vitest';
import { plainOf } from './plain.ts';

/** Of five times: a machine that is busy with something else is no reason to fail. */
const quickest = (work: () => unknown) =>
  Math.min(
    ...Array.from({ length: 5 }, () => {
      const start = performance.now();
      work();
      return performance.now() - start;
    })
  );

it.each([
  ['A **bold** and _soft_ [word](https://a.example/x_(y) "t").', 'A bold and soft word.'],
  ['> what others said\n\nWhat I say', 'What I say'],
  ['> only a quote', 'only a quote'],
  ['# Title\n\n- one\n- two\n\n---\n```\ncode_name = 1\n```', 'Title one two code_name = 1'],
  ['| a | b |\n|---|---|\n| 1 | 2 |', 'a b 1 2'],
  ['snake_case and 2*3*4 stay', 'snake_case and 2*3*4 stay']
])('a reader sees the words of %j', (markdown, plain) => expect(plainOf(markdown)).toBe(plain));

it('a hostile text is read in no time', () => {
  for (const text of [
    '['.repeat(40_000),
    '[a]('.repeat(10_000),
    '*'.repeat(40_000),
    '| '.repeat(20_000),
    '> '.repeat(20_000),
    '_a'.repeat(20_000),
    ' \t'.repeat(20_000),
    '-- '.repeat(13_000) + 'x',
    '- '.repeat(20_000),
    '| -'.repeat(13_000)
  ]) {
    expect(quickest(() => plainOf(text))).toBeLessThan(200);
  }
});
