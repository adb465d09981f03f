import { expect, test } from 'vitest';
import { readSubject } from './subject.ts';

test.each([
  ['Re: Zone allowance', 'zone allowance', 'reply'],
  ['[epi] RE[2]: [epi] Zone  allowance', 'zone allowance', 'reply'],
  ['RÉP : Tr: Prime de zone éloignée', 'prime de zone eloignee', 'reply'],
  ['AW: WG: Zulage', 'zulage', 'reply'],
  ['Fwd: RE: Zone allowance', 'zone allowance', 'forward'],
  ['رد: بدل المنطقة', 'بدل المنطقة', 'reply'],
  ['答复：地区津贴', '地区津贴', 'reply'],
  ['Zone allowance (was: Salaries)', 'zone allowance', null],
  ['Report: results of the survey', 'report results of the survey', null],
  ['Resources: a list', 'resources a list', null],
  ['[epi]', 'epi', null],
  ['', '', null]
] as const)('someone who writes "%s" writes about "%s"', (raw, key, marked) => {
  expect(readSubject(raw)).toMatchObject({ key, marked });
});

test('a subject made to be slow is read at once', () => {
  const started = performance.now();
  for (const raw of [
    'Re: '.repeat(100_000),
    '['.repeat(100_000),
    `${' '.repeat(100_000)}(was: ${'('.repeat(100_000)}`
  ])
    readSubject(raw);
  expect(performance.now() - started).toBeLessThan(500);
});
