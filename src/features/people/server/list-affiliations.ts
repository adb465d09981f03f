import { desc, eq } from 'drizzle-orm';
import type { Names } from '#lib/names.ts';
import { db } from '#lib/server/db.ts';
import type { Actor, Mandate } from '../people.ts';
import { mayReadMandates } from './may.ts';
import { affiliations, organisations, persons } from './tables.ts';

export interface AffiliationView {
  id: string;
  organisationId: string;
  organisation: Names;
  organisationSlug: string;
  country: string | null;
  unit: string | null;
  title: string | null;
  /** Null for readers who may not know it. */
  mandate: Mandate | null;
  /** Who granted the mandate; null: the house itself, or not for this reader. */
  grantedBy: { id: string; name: string } | null;
  startsAt: Date;
  endsAt: Date | null;
}

/** Someone's places, the ended ones too, latest first. A change of mandate is a new place: the record shows both. */
export async function listAffiliations(actor: Actor, personId: string): Promise<AffiliationView[]> {
  const known = mayReadMandates(actor);
  const rows = await db
    .select({
      id: affiliations.id,
      organisationId: affiliations.organisationId,
      organisation: organisations.names,
      organisationSlug: organisations.slug,
      country: organisations.country,
      unit: affiliations.unit,
      title: affiliations.title,
      mandate: affiliations.mandate,
      grantedBy: { id: persons.id, name: persons.name },
      startsAt: affiliations.startsAt,
      endsAt: affiliations.endsAt
    })
    .from(affiliations)
    .innerJoin(organisations, eq(organisations.id, affiliations.organisationId))
    .leftJoin(persons, eq(persons.id, affiliations.mandateGrantedBy))
    .where(eq(affiliations.personId, personId))
    .orderBy(desc(affiliations.startsAt), desc(affiliations.id));
  return rows.map((row) => (known ? row : { ...row, mandate: null, grantedBy: null }));
}
