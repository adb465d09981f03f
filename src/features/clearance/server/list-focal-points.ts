import { and, asc, eq, gt, isNull, lte, or } from 'drizzle-orm';
import { affiliations, persons } from '#features/people/server/tables.ts';
import { db, type Tx } from '#lib/server/db.ts';
import { focalPoints } from './tables.ts';

export interface FocalPoint {
  personId: string;
  name: string;
  email: string | null;
  locale: string | null;
  /** Their function in the organisation. */
  title: string | null;
}

/** Who clears for an organisation now: named, and still with a place in it. */
export async function listFocalPoints(
  organisationId: string,
  from: Tx = db,
  now = new Date()
): Promise<FocalPoint[]> {
  const rows = await from
    .select({
      personId: persons.id,
      name: persons.name,
      email: persons.email,
      locale: persons.locale,
      title: affiliations.title
    })
    .from(focalPoints)
    .innerJoin(persons, eq(persons.id, focalPoints.personId))
    .innerJoin(affiliations, placeNow(now))
    .where(eq(focalPoints.organisationId, organisationId))
    .orderBy(asc(persons.name));
  return [...new Map(rows.map((row) => [row.personId, row])).values()];
}

/** The organisations that someone clears for now. */
export async function listClearedFor(personId: string, from: Tx = db, now = new Date()): Promise<string[]> {
  const rows = await from
    .selectDistinct({ id: focalPoints.organisationId })
    .from(focalPoints)
    .innerJoin(affiliations, placeNow(now))
    .where(eq(focalPoints.personId, personId));
  return rows.map(({ id }) => id);
}

const placeNow = (now: Date) =>
  and(
    eq(affiliations.personId, focalPoints.personId),
    eq(affiliations.organisationId, focalPoints.organisationId),
    lte(affiliations.startsAt, now),
    or(isNull(affiliations.endsAt), gt(affiliations.endsAt, now))
  );
