import { and, desc, eq, gt, isNull, or } from 'drizzle-orm';
import { newId } from '#lib/id.ts';
import type { Tx } from '#lib/server/db.ts';
import type { Mandate } from '../people.ts';
import { affiliations } from './tables.ts';

interface Place {
  personId: string;
  organisationId: string;
  mandate: Mandate;
  grantedBy: string | null;
  /** undefined: as it was. */
  title?: string | null;
  unit?: string | null;
}

/**
 * Ends the person's present place in the organisation and begins the new one in the same moment: who held which mandate
 * when, and from whom, stays on record. Returns the id of the new place.
 */
export async function placePerson(tx: Tx, place: Place, now: Date): Promise<string> {
  const here = and(
    eq(affiliations.personId, place.personId),
    eq(affiliations.organisationId, place.organisationId),
    or(isNull(affiliations.endsAt), gt(affiliations.endsAt, now))
  );
  const [before] = await tx
    .select()
    .from(affiliations)
    .where(here)
    .orderBy(desc(affiliations.startsAt))
    .limit(1);
  await tx.update(affiliations).set({ endsAt: now }).where(here);
  const id = newId();
  await tx.insert(affiliations).values({
    id,
    personId: place.personId,
    organisationId: place.organisationId,
    mandate: place.mandate,
    mandateGrantedBy: place.grantedBy,
    title: place.title === undefined ? (before?.title ?? null) : place.title,
    unit: place.unit === undefined ? (before?.unit ?? null) : place.unit,
    startsAt: now,
    createdAt: now
  });
  return id;
}
