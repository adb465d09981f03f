import { expect, test } from 'vitest';
import { isTimezone } from '../zone.ts';
import { memberStates, others } from './countries.ts';
import { hasSeveralZones, zoneOf } from './country-zones.ts';

test('every country of the list has a zone that clocks can follow', () => {
  const without = [...memberStates, ...others]
    .map(({ alpha2 }) => [alpha2, zoneOf(alpha2)])
    .filter(([, zone]) => !zone || !isTimezone(zone));
  expect(without).toEqual([]);
  expect(zoneOf('XX')).toBeUndefined();
  expect(zoneOf('constructor')).toBeUndefined();
});

test('a large country is shown by the clocks of its capital, and said to have others', () => {
  expect(zoneOf('CD')).toBe('Africa/Kinshasa');
  expect(zoneOf('US')).toBe('America/New_York');
  expect([hasSeveralZones('US'), hasSeveralZones('SN')]).toEqual([true, false]);
});
