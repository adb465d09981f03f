import { asc, eq } from 'drizzle-orm';
import { Refusal } from '#lib/refusal.ts';
import { db } from '#lib/server/db.ts';
import { country, recordDate, type Country } from '#lib/vocab/countries.ts';
import { listOrganisations, type OrganisationLine } from './list-organisations.ts';
import { persons } from './tables.ts';

export interface CountryView extends Country {
  /** The month in which region and standing were last checked. */
  recordDate: string;
  organisations: OrganisationLine[];
  people: { id: string; name: string; title: string | null }[];
}

/** A country of the record with who is here from it. A code that is none is not found. */
export async function readCountry(code: string, locale: string): Promise<CountryView> {
  const found = country(code);
  if (!found) throw new Refusal('not-found');
  const [organisations, people] = await Promise.all([
    listOrganisations({ kind: undefined, country: code, region: undefined, q: undefined }, locale),
    db
      .select({ id: persons.id, name: persons.name, title: persons.title })
      .from(persons)
      .where(eq(persons.country, code))
      .orderBy(asc(persons.name))
      .limit(200)
  ]);
  return { ...found, recordDate, organisations, people };
}
