import { expect, test } from 'vitest';
import { regions } from './codes.ts';
import {
  alpha3,
  countriesOf,
  country,
  isMemberState,
  memberStates,
  others,
  recordDate,
  regionOf,
  standingOf
} from './countries.ts';
import { countryName } from './labels.ts';

const checked = new Date('2026-11-15');

test('a reader finds 194 Member States, each once, in the six regions as WHO counts them', () => {
  expect(recordDate).toBe('2026-11');
  expect(new Set(memberStates.map(({ alpha2 }) => alpha2)).size).toBe(194);
  expect(new Set(memberStates.map(({ alpha3: code }) => code)).size).toBe(194);
  expect(regions.map((region) => countriesOf(region, checked).length)).toEqual([47, 35, 10, 53, 21, 28]);
});

test('a reader sees every country in the region that WHO puts it in, also where geography would say another', () => {
  const expected = {
    AFR: ['DZ', 'SS', 'MR', 'KM'],
    EMR: ['EG', 'LY', 'MA', 'TN', 'SD', 'SO', 'DJ', 'PK', 'AF'],
    EUR: ['IL', 'TR', 'KZ', 'UZ', 'CY'],
    SEAR: ['KP', 'TH', 'TL'],
    WPR: ['KR', 'CK', 'NU', 'ID']
  };
  for (const [region, codes] of Object.entries(expected))
    for (const code of codes) expect([code, regionOf(code, checked)]).toEqual([code, region]);
});

test('a reader of a record of 2024 sees Indonesia in South-East Asia, and one of today in the Western Pacific', () => {
  expect(regionOf('ID', new Date('2024-06-01'))).toBe('SEAR');
  expect(regionOf('ID', new Date('2025-05-22T23:59:59Z'))).toBe('SEAR');
  expect(regionOf('ID', new Date('2025-05-23'))).toBe('WPR');
  expect(countriesOf('SEAR', new Date('2024-06-01'))).toHaveLength(11);
  expect(countriesOf('WPR', new Date('2024-06-01'))).toHaveLength(27);
});

test('a reader is told that a membership is contested, and the country stays on the list of record', () => {
  for (const code of ['US', 'AR']) {
    expect(isMemberState(code)).toBe(true);
    expect(standingOf(code, new Date('2025-06-01'))?.status).toBe('member');
    expect(standingOf(code, checked)).toMatchObject({ status: 'contested', note: expect.any(String) });
  }
  expect(standingOf('US', new Date('2026-01-21'))?.status).toBe('member');
  expect(standingOf('US', new Date('2026-01-22'))?.status).toBe('contested');
});

test('a reader is not told that Liechtenstein or an observer is a Member State, nor that the Cook Islands are not', () => {
  for (const code of ['LI', 'PS', 'VA', 'PR', 'TK', 'XX', ''])
    expect([code, isMemberState(code)]).toEqual([code, false]);
  for (const code of ['CK', 'NU']) expect(isMemberState(code)).toBe(true);
  expect(others.map(({ alpha2 }) => [alpha2, regionOf(alpha2), standingOf(alpha2)?.status])).toEqual([
    ['LI', null, 'not_member'],
    ['PR', 'AMR', 'associate'],
    ['PS', 'EMR', 'observer'],
    ['TK', 'WPR', 'associate'],
    ['VA', null, 'observer']
  ]);
});

test('a reader who looks up a country by a code that is none gets nothing, not a guess', () => {
  expect([country('xx'), alpha3('ZZ'), regionOf('ZZ'), standingOf('ZZ')]).toEqual([
    undefined,
    undefined,
    null,
    null
  ]);
  expect(alpha3('SN')).toBe('SEN');
});

test('a reader sees every Member State by a name in French, English and Arabic', () => {
  for (const locale of ['en', 'fr', 'ar'])
    for (const { alpha2 } of memberStates) expect(countryName(alpha2, locale)).not.toMatch(/^[A-Z]{2}$/);
  expect(countryName('CI', 'fr')).toBe('Côte d’Ivoire');
  expect(countryName('KP', 'en')).toBe('Democratic People’s Republic of Korea');
  expect(countryName('CD', 'fr')).toBe('République démocratique du Congo');
});
