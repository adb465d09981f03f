/**
 * WHO's Member States as a list of record, with dated regions and dated standings. Server code and forms that need the
 * whole list import this; a page that only names a country needs labels.ts.
 */
import record from './countries.json' with { type: 'json' };
import type { Region, Standing, StandingNote } from './codes.ts';

/** Dates are ISO 8601, to the day or the month as far as known; null: not known, or still so. `to` is the first day it is no longer so. */
export interface DatedRegion {
  region: Region;
  from: string | null;
  to: string | null;
}

export interface DatedStanding {
  status: Standing;
  from: string | null;
  note: StandingNote | null;
}

export interface Country {
  alpha2: string;
  alpha3: string;
  regions: DatedRegion[];
  statuses: DatedStanding[];
}

/** The month in which the list was last checked. */
export const recordDate: string = record.date;

/** The 194 Member States of the list of record, by alpha-2. */
export const memberStates = record.memberStates as readonly Country[];

/** Who takes part without being a Member State: observers, associates, and a non-member. */
export const others = record.others as readonly Country[];

const byCode = new Map([...memberStates, ...others].map((country) => [country.alpha2, country]));
const onRecord = new Set(memberStates.map((country) => country.alpha2));

/** A country by its alpha-2 code, or undefined. */
export const country = (code: string): Country | undefined => byCode.get(code);

/** Whether it is on the list of record. A contested membership stays on it: `standingOf` says so. */
export const isMemberState = (code: string): boolean => onRecord.has(code);

/** Whether we know the code at all: Member States and those who take part beside them. */
export const isCountry = (code: string): boolean => byCode.has(code);

export const alpha3 = (code: string): string | undefined => byCode.get(code)?.alpha3;

/** The WHO region that the country was in at `at`, or null when it is in none. */
export function regionOf(code: string, at: Date = new Date()): Region | null {
  const day = dayOf(at);
  const held = byCode
    .get(code)
    ?.regions.find(({ from, to }) => (from === null || from <= day) && (to === null || day < to));
  return held?.region ?? null;
}

/** Member States of the region at `at`, by alpha-2. */
export const countriesOf = (region: Region, at: Date = new Date()): string[] =>
  memberStates.filter(({ alpha2 }) => regionOf(alpha2, at) === region).map(({ alpha2 }) => alpha2);

/** Its standing in WHO at `at`: the latest record that had begun. */
export function standingOf(code: string, at: Date = new Date()): DatedStanding | null {
  const day = dayOf(at);
  return byCode.get(code)?.statuses.findLast(({ from }) => from === null || from <= day) ?? null;
}

/** The UTC day, compared as text with dates of the record, which may be as short as a month. */
const dayOf = (at: Date): string => at.toISOString().slice(0, 10);
