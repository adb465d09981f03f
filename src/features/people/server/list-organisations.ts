import { and, asc, eq } from 'drizzle-orm';
import type * as v from 'valibot';
import { nameIn, type Names } from '#lib/names.ts';
import { db } from '#lib/server/db.ts';
import { regionOf } from '#lib/vocab/countries.ts';
import type { organisationFilter } from '../people.ts';
import { organisations } from './tables.ts';

export interface OrganisationLine {
  id: string;
  slug: string;
  names: Names;
  acronym: string | null;
  kind: string;
  sector: string | null;
  country: string | null;
}

/**
 * The directory: organisations that fit the filter, by name in the reader's language. Names are in several languages
 * in one column, so words are looked for here and not in the database; a directory has thousands, not millions.
 */
export async function listOrganisations(
  filter: v.InferOutput<typeof organisationFilter>,
  locale: string
): Promise<OrganisationLine[]> {
  const { id, slug, names, acronym, kind, sector, country } = organisations;
  const rows = await db
    .select({ id, slug, names, acronym, kind, sector, country })
    .from(organisations)
    .where(
      and(
        filter.kind ? eq(kind, filter.kind) : undefined,
        filter.country ? eq(country, filter.country) : undefined
      )
    )
    .orderBy(asc(slug));
  const sought = fold(filter.q ?? '');
  const order = new Intl.Collator(locale);
  return rows
    .filter((row) => !filter.region || (row.country !== null && regionOf(row.country) === filter.region))
    .filter((row) => fold([...Object.values(row.names), row.acronym ?? ''].join(' ')).includes(sought))
    .sort((a, b) => order.compare(nameIn(a.names, locale), nameIn(b.names, locale)));
}

/** As readers type it: without accents and case. */
const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
