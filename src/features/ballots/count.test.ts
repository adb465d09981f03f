import { expect, test } from 'vitest';
import { resultOf, type Asked } from './count.ts';

const asked = (of: Partial<Asked> = {}): Asked => ({
  kind: 'vote',
  options: [],
  voter: 'delegation',
  secret: false,
  majority: 'simple',
  quorum: null,
  ...of
});
const codeOf = (of: Partial<Asked>, sums: Record<string, number>, eligible = 40) =>
  resultOf(asked(of), eligible, sums, null).outcome.code;

test('a delegation that reads the result sees more for than against adopted, fewer rejected, and a tie told as a tie', () => {
  expect(codeOf({}, { for: 3, against: 2 })).toBe('adopted');
  expect(codeOf({}, { for: 2, against: 3 })).toBe('rejected');
  expect(codeOf({}, { for: 3, against: 3, abstain: 1 })).toBe('tied');
  expect(codeOf({}, { abstain: 5 })).toBe('undecided');
  expect(codeOf({}, {})).toBe('no_answer');
});

test('a chair who asks for two thirds gets them of those for and against, abstentions aside', () => {
  expect(codeOf({ majority: 'two_thirds' }, { for: 2, against: 1, abstain: 30 })).toBe('adopted');
  expect(codeOf({ majority: 'two_thirds' }, { for: 19, against: 10 })).toBe('rejected');
});

test('a room without its quorum decides nothing, and who abstains counts for it', () => {
  expect(resultOf(asked({ quorum: 50 }), 41, { for: 20 }, null)).toMatchObject({
    needed: 21,
    outcome: { code: 'no_quorum' }
  });
  expect(codeOf({ quorum: 50 }, { for: 10, abstain: 10 })).toBe('adopted');
});

test('a reader sees no figure of a secret ballot that fewer than three answered', () => {
  const result = resultOf(asked({ secret: true }), 3, { for: 2 }, null);
  expect(result).toMatchObject({ rows: null, countries: null, regions: null, outcome: { code: 'too_few' } });
  expect(resultOf(asked({ secret: true }), 3, { for: 3 }, null).rows).toHaveLength(3);
});

test('nobody is named in a secret ballot, even if the answers are at hand', () => {
  const answers = ['SN', 'ML', 'CI'].map((country) => ({ country, region: 'AFRO', choice: 'for' }));
  const result = resultOf(asked({ secret: true }), 3, { for: 3 }, answers);
  expect([result.countries, result.regions]).toEqual([null, null]);
});

test('who reads a recorded vote sees countries and regions in an order that does not depend on who came first', () => {
  const answers = [
    { country: 'FR', region: 'EURO', choice: 'against' },
    { country: 'SN', region: 'AFRO', choice: 'for' },
    { country: 'CI', region: 'AFRO', choice: 'for' }
  ];
  const sums = { for: 2, against: 1 };
  const result = resultOf(asked(), 3, sums, answers);
  expect(result).toEqual(resultOf(asked(), 3, sums, [...answers].reverse()));
  expect(result.countries).toEqual({ for: ['CI', 'SN'], against: ['FR'], abstain: [] });
  expect(result.regions).toEqual([
    { region: 'AFRO', counts: [2, 0, 0] },
    { region: 'EURO', counts: [0, 1, 0] }
  ]);
});

test('a room that chooses among options has the first of them, or all that are equal', () => {
  const options = [1, 2, 3].map((id) => ({ id, text: `Option ${id}` }));
  const of = (sums: Record<string, number>) => resultOf(asked({ options }), 9, sums, null).outcome;
  expect(of({ '1': 1, '2': 3, abstain: 5 })).toEqual({ code: 'chosen', choices: ['2'] });
  expect(of({ '1': 2, '3': 2 })).toEqual({ code: 'tied', choices: ['1', '3'] });
});
