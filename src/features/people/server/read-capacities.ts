import { and, eq, gt, isNull, lte, or } from 'drizzle-orm';
import { db, type Tx } from '#lib/server/db.ts';
import { mandates, type CapacityChoice } from '../people.ts';
import { affiliations, organisations } from './tables.ts';

/** The organisations that someone may act for at `now`, strongest mandate first. `none` is a place, not a mandate. */
export async function readCapacities(
  personId: string,
  now = new Date(),
  from: Tx = db
): Promise<CapacityChoice[]> {
  const rows = await from
    .select({
      value: organisations.id,
      organisation: organisations.names,
      country: organisations.country,
      mandate: affiliations.mandate
    })
    .from(affiliations)
    .innerJoin(organisations, eq(organisations.id, affiliations.organisationId))
    .where(
      and(
        eq(affiliations.personId, personId),
        lte(affiliations.startsAt, now),
        or(isNull(affiliations.endsAt), gt(affiliations.endsAt, now))
      )
    );
  const strongest = new Map<string, CapacityChoice>();
  for (const row of rows.sort((a, b) => mandates.indexOf(b.mandate) - mandates.indexOf(a.mandate)))
    if (row.mandate !== 'none' && !strongest.has(row.value)) strongest.set(row.value, row);
  return [...strongest.values()];
}
