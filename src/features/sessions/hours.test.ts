import { expect, test } from 'vitest';
import { nightShare, otherHours } from './hours.ts';

const at = (start: string, minutes: number, zone: string) =>
  nightShare(new Date(start), new Date(Date.parse(start) + minutes * 60_000), zone);

test('a session at noon in Geneva is an evening in Kathmandu and a night in Apia', () => {
  expect(at('2026-11-25T11:00:00Z', 90, 'Europe/Zurich')).toBe('none');
  // 16:45 there: three quarters of an hour past.
  expect(at('2026-11-25T11:00:00Z', 90, 'Asia/Kathmandu')).toBe('none');
  expect(at('2026-11-25T11:00:00Z', 90, 'Pacific/Apia')).toBe('all');
});

test('half hours and quarters count: the night begins in Adelaide and Kathmandu while the session lasts', () => {
  // 21:30 to 22:30 in Adelaide (UTC+10:30 in November), 21:45 to 22:15 in Kathmandu.
  expect(at('2026-11-25T11:00:00Z', 60, 'Australia/Adelaide')).toBe('part');
  expect(at('2026-11-25T11:00:00Z', 30, 'Australia/Adelaide')).toBe('none');
  expect(at('2026-11-25T16:00:00Z', 15, 'Asia/Kathmandu')).toBe('none');
  expect(at('2026-11-25T16:00:00Z', 30, 'Asia/Kathmandu')).toBe('part');
});

test('the same hour of UTC is day in summer and night in winter where clocks change', () => {
  // 4:30 UTC: 6:30 in Paris in July, 5:30 in January.
  expect(at('2026-07-01T04:30:00Z', 60, 'Europe/Paris')).toBe('none');
  expect(at('2026-01-15T04:30:00Z', 60, 'Europe/Paris')).toBe('part');
  expect(at('2026-01-15T04:30:00Z', 30, 'Europe/Paris')).toBe('all');
  // On the day of the change itself, after it.
  expect(at('2026-03-29T05:00:00Z', 60, 'Europe/Paris')).toBe('none');
});

test('a meeting of three days is judged by the hours of its days', () => {
  expect(at('2026-11-25T08:00:00Z', 2 * 1440 + 8 * 60, 'Africa/Dakar')).toBe('none');
  expect(at('2026-11-25T08:00:00Z', 2 * 1440 + 8 * 60, 'Pacific/Auckland')).toBe('part');
});

test('a chair sees which other hours of the day would wake fewer', () => {
  const [start, end] = [new Date('2026-11-25T22:00:00Z'), new Date('2026-11-25T23:00:00Z')];
  const hours = otherHours(start, end, ['Africa/Dakar', 'Asia/Manila', 'America/Lima']);
  expect(hours).toHaveLength(24);
  const nights = new Map(hours.map(({ startsAt, nights }) => [startsAt.toISOString().slice(11, 13), nights]));
  // Late in Dakar, a morning in Manila, an afternoon in Lima.
  expect(nights.get('22')).toBe(1);
  // 13:00 in Dakar, 21:00 in Manila, 8:00 in Lima.
  expect(nights.get('13')).toBe(0);
  // 3:00, 11:00, 22:00.
  expect(nights.get('03')).toBe(2);
});
