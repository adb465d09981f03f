import fc from 'fast-check';
import { expect, test } from 'vitest';
import { resultOf, sharesOf, type Asked, type Counted } from './count.ts';
import { stances, type Value } from './positions.ts';

const options = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: index + 1, text: `${index}` }));
const asked = (of: Partial<Asked>): Asked => ({
  method: 'consent',
  decides: 'organisation',
  options: [],
  quorum: null,
  ...of
});
const counted = (value: Value, of: Partial<Counted> = {}): Counted => ({
  region: 'AFR',
  organisationKind: 'ministry',
  country: 'SN',
  value,
  ...of
});

/** Any answers to any method, by holders of any place. */
const ballots = fc.integer({ min: 2, max: 12 }).chain((size) => {
  const ids = options(size).map(({ id }) => id);
  const place = {
    region: fc.constantFrom('AFR', 'EUR', null),
    organisationKind: fc.constantFrom('ministry', 'ngo'),
    country: fc.constantFrom('SN', 'FR', null)
  };
  const of = (method: Asked['method'], value: fc.Arbitrary<Value>) =>
    fc.record({
      asked: fc.constant(asked({ method, options: options(size) })),
      counted: fc.array(fc.record({ ...place, value }), { maxLength: 40 })
    });
  return fc.oneof(
    of('consent', fc.record({ stance: fc.constantFrom(...stances) })),
    of('gradients', fc.record({ step: fc.integer({ min: 1, max: 8 }) })),
    of('poll', fc.record({ options: fc.subarray(ids, { minLength: 1, maxLength: 1 }) })),
    of('ranked', fc.record({ order: fc.shuffledSubarray(ids, { minLength: 1 }) }))
  );
});

test('whatever people answer, each answer is counted once and the shares make a whole', () => {
  fc.assert(
    fc.property(ballots, ({ asked, counted }) => {
      const { rows, regions, kinds, answered } = resultOf(asked, counted.length, counted);
      const sum = (list: number[]) => list.reduce((all, one) => all + one, 0);
      expect(answered).toBe(counted.length);
      expect(sum(rows.map(({ count }) => count))).toBe(counted.length);
      expect(sum(rows.map(({ share }) => share))).toBe(counted.length ? 1000 : 0);
      for (const groups of [regions, kinds!]) {
        expect(sum(groups.map((group) => group.answered))).toBe(counted.length);
        for (const [index, row] of rows.entries())
          expect(sum(groups.map(({ counts }) => counts[index]))).toBe(row.count);
      }
    })
  );
});

test('whoever answers first or last, the result is the same', () => {
  fc.assert(
    fc.property(
      ballots.chain(({ asked, counted }) =>
        fc.record({
          asked: fc.constant(asked),
          counted: fc.constant(counted),
          shuffled: fc.shuffledSubarray(counted, { minLength: counted.length })
        })
      ),
      ({ asked, counted, shuffled }) => {
        expect(resultOf(asked, 50, shuffled)).toEqual(resultOf(asked, 50, counted));
      }
    )
  );
});

test('a ranking weighs the same however much of it somebody fills in', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 12 }), (size) => {
      const ids = options(size).map(({ id }) => id);
      for (let filled = 1; filled <= size; filled++) {
        const { rows } = resultOf(asked({ method: 'ranked', options: options(size) }), null, [
          counted({ order: ids.slice(0, filled) })
        ]);
        expect(rows.reduce((sum, { points }) => sum + points!, 0)).toBe(size * (size - 1));
      }
    })
  );
});

test('no share moves by more than a thousandth from what it is', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(500), { minLength: 1, maxLength: 12 }), (counts) => {
      const total = counts.reduce((sum, one) => sum + one, 0);
      for (const [index, share] of sharesOf(counts).entries())
        if (total) expect(Math.abs(share - (counts[index] * 1000) / total)).toBeLessThan(1);
    })
  );
});

test('three delegates who rank three priorities read the points of each, and a tie stays a tie', () => {
  const ranking = asked({ method: 'ranked', options: options(3) });
  const { rows, outcome } = resultOf(ranking, 3, [
    counted({ order: [1, 2, 3] }),
    counted({ order: [2, 1, 3] }),
    counted({ order: [3] })
  ]);
  // 2+1+0.5, 1+2+0.5, 0+0+2, doubled.
  expect(rows.map(({ points }) => points)).toEqual([7, 7, 4]);
  expect(rows.map(({ place }) => place)).toEqual([1, 1, 3]);
  expect(outcome).toEqual({ code: 'tied', options: [1, 2] });
});

test('one objection stops a consent; reservations and dissociations are carried with it', () => {
  const outcome = (...said: (typeof stances)[number][]) =>
    resultOf(
      asked({}),
      5,
      said.map((stance) => counted({ stance }))
    ).outcome.code;
  expect(outcome()).toBe('no_answer');
  expect(outcome('support', 'support')).toBe('adopted');
  expect(outcome('support', 'abstain')).toBe('adopted');
  expect(outcome('support', 'support_with_reservation')).toBe('adopted_with_reservations');
  expect(outcome('support', 'dissociate')).toBe('adopted_with_reservations');
  expect(outcome('support', 'support', 'support', 'object')).toBe('objected');
  expect(outcome('abstain', 'abstain')).toBe('divided');
});

test('gradients need more than half in support, and one block stops them', () => {
  const outcome = (...said: number[]) =>
    resultOf(
      asked({ method: 'gradients' }),
      null,
      said.map((step) => counted({ step }))
    ).outcome.code;
  expect(outcome(1, 2, 4)).toBe('supported');
  expect(outcome(1, 4)).toBe('divided');
  expect(outcome(1, 1, 1, 8)).toBe('blocked');
});

test('without its quorum nothing is decided; a share of those who decide is rounded up, and an abstention counts for it', () => {
  const with3 = (size: number) =>
    resultOf(asked({ quorum: { kind: 'share', size } }), 5, [
      counted({ stance: 'support' }),
      counted({ stance: 'support' }),
      counted({ stance: 'abstain' })
    ]);
  expect(with3(60).quorum).toEqual({ needed: 3, met: true });
  expect(with3(60).outcome.code).toBe('adopted');
  expect(with3(61).quorum).toEqual({ needed: 4, met: false });
  expect(with3(61).outcome.code).toBe('no_quorum');
});

test('organisations without a country, and countries in no region, stand apart from the regions', () => {
  const { regions } = resultOf(asked({}), 3, [
    counted({ stance: 'support' }),
    counted({ stance: 'object' }, { region: null, country: null }),
    counted({ stance: 'abstain' }, { region: null, country: 'LI' })
  ]);
  expect(regions.map(({ key, answered }) => [key, answered])).toEqual([
    ['AFR', 1],
    ['none', 1],
    ['outside', 1]
  ]);
});
