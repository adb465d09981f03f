import { expect, test } from 'vitest';
import * as codes from './codes.ts';
import * as labels from './labels.ts';

const named: [readonly string[], (code: string, locale?: string) => string][] = [
  [codes.regions, labels.regionName],
  [codes.buildingBlocks, labels.blockName],
  [codes.axes, labels.axisName],
  [codes.organisationKinds, labels.organisationKindName],
  [codes.sectors, labels.sectorName],
  [codes.personRoles, labels.personRoleName],
  [codes.adminLevels, labels.adminLevelName],
  [codes.occupations, labels.occupationName],
  [Object.keys(codes.occupationGroups), labels.occupationGroupName],
  [codes.briefTypes, labels.briefTypeName],
  [codes.standings, labels.standingName],
  [codes.standingNotes, labels.standingNote]
];

test('a reader sees a name for every code, another in French than in Arabic', () => {
  for (const [list, name] of named)
    for (const code of list) {
      const texts = ['en', 'fr', 'ar'].map((locale) => name(code, locale));
      for (const text of texts) expect(text, code).toMatch(/\S/);
      expect(texts, code).not.toContain(code);
      expect(texts[1]).not.toBe(texts[2]);
    }
});

test('a reader sees an unknown code as it is', () => {
  expect(labels.blockName('toString', 'en')).toBe('toString');
  expect(labels.countryName('Nowhere', 'en')).toBe('Nowhere');
});

test('a reader can pick every ISCO occupation once', () => {
  expect(new Set(codes.occupations).size).toBe(codes.occupations.length);
  expect(codes.occupations).toHaveLength(38);
});
