import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordDiff } from './word-diff.ts';

const of = (before: string, after: string) =>
  wordDiff(before, after).map(({ kind, text }) =>
    kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `[+${text}+]`
  );

test('a reader sees which words were taken out and which were added', () => {
  expect(of('Nurses get a grant.', 'Nurses and midwives get a grant each year.')).toEqual([
    'Nurses ',
    '[+and midwives +]',
    'get a grant',
    '[+ each year+]',
    '.'
  ]);
  expect(of('the old rule holds', 'the new law holds')).toEqual([
    'the ',
    '[-old rule-]',
    '[+new law+]',
    ' holds'
  ]);
  expect(of('même', 'même')).toEqual(['même']);
  expect(of('في كل منطقة', 'في كل ولاية')).toEqual(['في كل ', '[-منطقة-]', '[+ولاية+]']);
  expect(of('医療費', '医薬費')).toEqual(['医', '[-療-]', '[+薬+]', '費']);
});

test('whatever changed, both texts can be read out of the difference to the character', () => {
  const text = fc.array(fc.constantFrom('a', 'b', ' ', '\n', 'word', '.', 'é', '医', 'و'), { maxLength: 60 });
  fc.assert(
    fc.property(text, text, (one, other) => {
      const [before, after] = [one.join(''), other.join('')];
      const changes = wordDiff(before, after);
      const without = (kind: string) =>
        changes
          .filter((change) => change.kind !== kind)
          .map((change) => change.text)
          .join('');
      expect([without('added'), without('removed')]).toEqual([before, after]);
    })
  );
});

test('two texts of the greatest length that have nothing in common take no time to speak of', () => {
  const long = (mark: string) =>
    Array.from({ length: 6000 }, (_, at) => `${mark}${at}`)
      .join(' ')
      .slice(0, 40_000);
  const begun = performance.now();
  expect(wordDiff(long('a'), long('b')).length).toBeGreaterThan(1);
  expect(performance.now() - begun).toBeLessThan(3000);
});
