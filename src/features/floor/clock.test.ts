import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ServerClock } from '#features/sessions/server-clock.ts';
import { clockText, secondsLeft, stageOf } from './clock.ts';

const floor = { startedAt: '2026-11-22T10:00:00.000Z', limitSeconds: 180 };
const start = Date.parse(floor.startedAt);

test('a speaker sees 3:00 at first, a warning at thirty seconds, and over time counted up', () => {
  expect(clockText(secondsLeft(floor, start))).toBe('3:00');
  expect(clockText(secondsLeft(floor, start + 78_000))).toBe('1:42');
  expect(stageOf(secondsLeft(floor, start + 149_000))).toBe('running');
  expect(stageOf(secondsLeft(floor, start + 150_000))).toBe('warning');
  expect(clockText(secondsLeft(floor, start + 180_000))).toBe('0:00');
  expect(clockText(secondsLeft(floor, start + 245_000))).toBe('+1:05');
  expect(stageOf(secondsLeft(floor, start + 245_000))).toBe('over');
});

test('two windows whose own clocks differ by hours agree within 250 ms once one message each came quickly', () => {
  const delays = fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(
      delays,
      delays,
      fc.integer({ min: -1e8, max: 1e8 }),
      fc.integer({ min: -1e8, max: 1e8 }),
      (one, other, oneSkew, otherSkew) => {
        const truth = 1_000_000_000;
        const window = (late: number[], skew: number) => {
          const clock = new ServerClock();
          [...late, 200].forEach((delay, n) => clock.read(truth + n * 1000, truth + n * 1000 + delay + skew));
          return clock.now(truth + 60_000 + skew);
        };
        expect(Math.abs(window(one, oneSkew) - window(other, otherSkew))).toBeLessThanOrEqual(250);
      }
    )
  );
});

test('on a slow line the clock is right within half of the round trip, and within 250 ms on any line of half a second', () => {
  const trips = fc.array(
    fc.record({ out: fc.integer({ min: 0, max: 250 }), back: fc.integer({ min: 0, max: 250 }) }),
    { minLength: 1, maxLength: 10 }
  );
  fc.assert(
    fc.property(trips, fc.integer({ min: -1e8, max: 1e8 }), (all, skew) => {
      const clock = new ServerClock();
      const truth = 1_000_000_000;
      for (const [n, { out, back }] of all.entries()) {
        const asked = truth + n * 1000;
        clock.read(asked + out, asked + out + back + skew, asked + skew);
      }
      expect(Math.abs(clock.now(truth + 60_000 + skew) - (truth + 60_000))).toBeLessThanOrEqual(250);
    })
  );
});

test('a device that slept, so that its own clock stood still for an hour, is right again with its next answer', () => {
  const clock = new ServerClock();
  clock.read(1000, 1000, 990);
  const hour = 3_600_000;
  clock.read(hour + 5000, 5010, 4990);
  expect(Math.abs(clock.now(6000) - (hour + 6000))).toBeLessThanOrEqual(20);
  clock.read(7000, 7010, 6990);
  expect(Math.abs(clock.now(8000) - 8000)).toBeLessThanOrEqual(20);
});
