import { and, eq, gt, isNull, lte, or, sql } from 'drizzle-orm';
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
      mandate: affiliations.mandate
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
);

/** The organisations that someone may act for at `now`, strongest mandate first. `none` is a place, not a mandate. */
export async function readCapacities(
  personId: string,
  now = new Date(),
  from: Tx = db
): Promise<CapacityChoice[]> {
  const rows = await capacitiesQuestion({ personId, now }, from);
  const strongest = new Map<string, CapacityChoice>();
  for (const row of rows.sort((a, b) => mandates.indexOf(b.mandate) - mandates.indexOf(a.mandate)))
    if (row.mandate !== 'none' && !strongest.has(row.value)) strongest.set(row.value, row);
  return [...strongest.values()];
}
