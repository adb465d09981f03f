/** The zone whose clocks a country's capital follows (IANA). For servers: a browser needs no list of all countries. */
import record from './country-zones.json' with { type: 'json' };

const zones: Record<string, string> = record.zones;
const several = new Set(record.several);

/** `Africa/Dakar` for SN; undefined for a code that we do not know. */
export const zoneOf = (country: string): string | undefined =>
  Object.hasOwn(zones, country) ? zones[country] : undefined;

/** Whether clocks elsewhere in the country show another hour than in its capital. */
export const hasSeveralZones = (country: string): boolean => several.has(country);
