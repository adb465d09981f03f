import { inArray } from 'drizzle-orm';
import type { Act } from '#features/people/people.ts';
import { organisations } from '#features/people/server/tables.ts';
import type { Tx } from '#lib/server/db.ts';
import { isCountry, regionOf } from '#lib/vocab/countries.ts';
import type { Holder } from '../positions.ts';

const nobody = { names: null, slug: null, name: null, organisationKind: null };

export const countryHolder = (country: string, at: Date): Holder => ({
  ...nobody,
  key: `country:${country}`,
  kind: 'country',
  country,
  region: isCountry(country) ? regionOf(country, at) : null
});

export const personHolder = (act: Act, at: Date): Holder => ({
  ...nobody,
  key: `person:${act.personId}`,
  kind: 'person',
  name: act.personName,
  country: act.country,
  region: act.country && isCountry(act.country) ? regionOf(act.country, at) : null
});

/** The organisations of these ids, as they are at `at`. Unknown ids are left out. */
export async function organisationHolders(tx: Tx, ids: string[], at: Date): Promise<Holder[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .select({
      id: organisations.id,
      slug: organisations.slug,
      names: organisations.names,
      kind: organisations.kind,
      country: organisations.country
    })
    .from(organisations)
    .where(inArray(organisations.id, ids));
  return rows.map(({ id, slug, names, kind, country }) => ({
    key: `organisation:${id}`,
    kind: 'organisation',
    names,
    slug,
    name: null,
    country,
    region: country && isCountry(country) ? regionOf(country, at) : null,
    organisationKind: kind
  }));
}
