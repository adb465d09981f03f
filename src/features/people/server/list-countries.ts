import { count, isNotNull } from 'drizzle-orm';
import { db } from '#lib/server/db.ts';
import { regions, type Region, type Standing } from '#lib/vocab/codes.ts';
import { countriesOf, standingOf } from '#lib/vocab/countries.ts';
import { countryName } from '#lib/vocab/labels.ts';
import { organisations, persons } from './tables.ts';

export interface CountryLine {
  code: string;
  name: string;
  standing: Standing;
  organisations: number;
  people: number;
}

/** The list of record by region, in the order of the reader's alphabet, with how many of each are here. */
export async function listCountries(
  locale: string,
  now = new Date()
): Promise<{ region: Region; countries: CountryLine[] }[]> {
  const [places, people] = await Promise.all([
    db
      .select({ code: organisations.country, of: count() })
      .from(organisations)
      .where(isNotNull(organisations.country))
      .groupBy(organisations.country),
    db
      .select({ code: persons.country, of: count() })
      .from(persons)
      .where(isNotNull(persons.country))
      .groupBy(persons.country)
  ]);
  const placesIn = new Map(places.map(({ code, of }) => [code, of]));
  const peopleIn = new Map(people.map(({ code, of }) => [code, of]));
  const order = new Intl.Collator(locale);
  return regions.map((region) => ({
    region,
    countries: countriesOf(region, now)
      .map((code) => ({
        code,
        name: countryName(code, locale),
        standing: standingOf(code, now)?.status ?? 'member',
        organisations: placesIn.get(code) ?? 0,
        people: peopleIn.get(code) ?? 0
      }))
      .sort((a, b) => order.compare(a.name, b.name))
  }));
}
