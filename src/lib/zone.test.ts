import { expect, test } from 'vitest';
import { isTimezone, localOf, utcOf } from './zone.ts';

test.each([
  ['2026-03-12T14:00', 'Africa/Dakar', '2026-03-12T14:00:00.000Z'],
  ['2026-07-01T09:30', 'Europe/Paris', '2026-07-01T07:30:00.000Z'],
  ['2026-01-01T09:30', 'Europe/Paris', '2026-01-01T08:30:00.000Z'],
  ['2026-01-01T05:45', 'Asia/Kathmandu', '2026-01-01T00:00:00.000Z'],
  ['2026-01-01T00:15', 'Pacific/Auckland', '2025-12-31T11:15:00.000Z']
])('an organiser who writes %s in %s means %s', (local, timezone, utc) => {
  expect(utcOf(local, timezone).toISOString()).toBe(utc);
  expect(localOf(new Date(utc), timezone)).toBe(local);
});

test('an hour that clocks skip is moved on, an hour that comes twice is the first one', () => {
  expect(utcOf('2026-03-29T02:30', 'Europe/Paris').toISOString()).toBe('2026-03-29T01:30:00.000Z');
  expect(utcOf('2026-10-25T02:30', 'Europe/Paris').toISOString()).toBe('2026-10-25T00:30:00.000Z');
});

test('an organiser names a place, not a number or a word', () => {
  expect(isTimezone('Africa/Lagos')).toBe(true);
  expect(isTimezone('UTC')).toBe(true);
  expect(isTimezone('+01:00')).toBe(false);
  expect(isTimezone('Nowhere/At_All')).toBe(false);
});
