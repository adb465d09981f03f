import { and, asc, eq, gt, isNull, lte, or } from 'drizzle-orm';
import { type Names } from '#lib/names.ts';
import { Refusal } from '#lib/refusal.ts';
import { db } from '#lib/server/db.ts';
import type { Actor, Mandate } from '../people.ts';
import type { OrganisationLine } from './list-organisations.ts';
import { mayGrant, mayReadMandates } from './may.ts';
import { affiliations, organisationMembers, organisations, persons } from './tables.ts';

export interface OrganisationView extends OrganisationLine {
  about: Names;
  illustrative: boolean;
  parent: OrganisationLine | null;
  /** Organisations below it, that belong to it, and that it belongs to. */
  children: OrganisationLine[];
  members: OrganisationLine[];
  memberOf: OrganisationLine[];
  /** Who has a place in it now. `mandate` is null for readers who may not know it. */
  people: {
    id: string;
    name: string;
    title: string | null;
    unit: string | null;
    mandate: Mandate | null;
    since: Date;
    affiliationId: string | null;
  }[];
  mayGrant: boolean;
}

const { id, slug, names, acronym, kind, sector, country } = organisations;
const line = { id, slug, names, acronym, kind, sector, country };

/** An organisation as `actor` sees it: the directory is public, mandates are for members. */
export async function readOrganisation(
  actor: Actor,
  by: { slug: string },
  now = new Date()
): Promise<OrganisationView> {
  const [row] = await db.select().from(organisations).where(eq(slug, by.slug));
  if (!row) throw new Refusal('not-found');
  const known = mayReadMandates(actor);
  const granting = mayGrant(actor, row.id, 'none');
  const [parents, children, members, memberOf, people] = await Promise.all([
    row.parentId ? db.select(line).from(organisations).where(eq(id, row.parentId)) : [],
    db.select(line).from(organisations).where(eq(organisations.parentId, row.id)).orderBy(asc(slug)),
    db
      .select(line)
      .from(organisationMembers)
      .innerJoin(organisations, eq(id, organisationMembers.memberId))
      .where(eq(organisationMembers.organisationId, row.id))
      .orderBy(asc(slug)),
    db
      .select(line)
      .from(organisationMembers)
      .innerJoin(organisations, eq(id, organisationMembers.organisationId))
      .where(eq(organisationMembers.memberId, row.id))
      .orderBy(asc(slug)),
    db
      .select({
        id: persons.id,
        name: persons.name,
        title: affiliations.title,
        unit: affiliations.unit,
        mandate: affiliations.mandate,
        since: affiliations.startsAt,
        affiliationId: affiliations.id
      })
      .from(affiliations)
      .innerJoin(persons, eq(persons.id, affiliations.personId))
      .where(
        and(
          eq(affiliations.organisationId, row.id),
          lte(affiliations.startsAt, now),
          or(isNull(affiliations.endsAt), gt(affiliations.endsAt, now))
        )
      )
      .orderBy(asc(persons.name))
  ]);
  return {
    id: row.id,
    slug: row.slug,
    names: row.names,
    acronym: row.acronym,
    kind: row.kind,
    sector: row.sector,
    country: row.country,
    about: row.about,
    illustrative: row.illustrative,
    parent: parents[0] ?? null,
    children,
    members,
    memberOf,
    people: people.map((person) => ({
      ...person,
      mandate: known ? person.mandate : null,
      affiliationId: granting ? person.affiliationId : null
    })),
    mayGrant: granting
  };
}
