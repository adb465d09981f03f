import { and, desc, eq, gt, isNull, lte, or, sql } from 'drizzle-orm';
import { db, type Tx } from '#lib/server/db.ts';
import { prepared } from '#lib/server/prepared.ts';
import { mandates, type CapacityChoice } from '../people.ts';
import { affiliations, organisations } from './tables.ts';

const now = sql.param(sql.placeholder('now'), affiliations.startsAt);
const capacitiesQuestion = prepared('capacities', (from) =>
  from
    .select({
      value: organisations.id,
      organisation: organisations.names,
      country: organisations.country,
      mandate: affiliations.mandate,
      slug: organisations.slug,
      title: affiliations.title
    })
    .from(affiliations)
    .innerJoin(organisations, eq(organisations.id, affiliations.organisationId))
    .where(
      and(
        eq(affiliations.personId, sql.placeholder('personId')),
        lte(affiliations.startsAt, now),
        or(isNull(affiliations.endsAt), gt(affiliations.endsAt, now))
      )
    )
    .orderBy(desc(affiliations.startsAt))
);

/** An organisation that someone may act for, with what an act in its name keeps. */
export interface Held extends CapacityChoice {
  slug: string;
  title: string | null;
}

/** As `readCapacities`, with what an act needs beside. */
export async function readHeld(personId: string, now = new Date(), from: Tx = db): Promise<Held[]> {
  return strongestOf(await capacitiesQuestion({ personId, now }, from));
}

/** Of places held, one an organisation: the strongest mandate, strongest first. `none` is a place, not a mandate. */
export function strongestOf<T extends Pick<CapacityChoice, 'value' | 'mandate'>>(rows: T[]): T[] {
  const strongest = new Map<string, T>();
  for (const row of rows.sort((a, b) => mandates.indexOf(b.mandate) - mandates.indexOf(a.mandate)))
    if (row.mandate !== 'none' && !strongest.has(row.value)) strongest.set(row.value, row);
  return [...strongest.values()];
}

/** The organisations that someone may act for at `now`, strongest mandate first. */
export const readCapacities = async (personId: string, now?: Date, from?: Tx): Promise<CapacityChoice[]> =>
  (await readHeld(personId, now, from)).map(({ value, organisation, country, mandate }) => ({
    value,
    organisation,
    country,
    mandate
  }));
