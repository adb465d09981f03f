import { and, eq, gt, inArray, isNull, lte, ne, or } from 'drizzle-orm';
import { links } from '#features/links/server/tables.ts';
import type { LinkKind } from '#features/links/links.ts';
import { affiliations, organisations } from '#features/people/server/tables.ts';
import type { Db } from '#lib/server/db.ts';
import { distinct, grouped, type Audience, type Concerned } from './audience.ts';

/** Whom a post names themselves. */
export const named: Audience = async (from, entries) =>
  (await targets(from, entries, 'person')).map(({ seq, toId }) => ({ seq, personId: toId }));

/** Who acts for an organisation that a post names. */
export const ofNamedOrganisation: Audience = async (from, entries) =>
  ofOrganisations(from, await targets(from, entries, 'organisation'));

/** A country's delegation: who acts for one of its ministries or for its head of government. */
export const ofNamedCountry: Audience = async (from, entries) =>
  ofCountries(from, await targets(from, entries, 'country'));

export const ofOrganisations = (from: Db, found: Named[]): Promise<Concerned[]> =>
  actingFor(from, found, inArray(organisations.slug, distinct(found.map(({ toId }) => toId))), 'slug');

export const ofCountries = (from: Db, found: Named[]): Promise<Concerned[]> =>
  actingFor(
    from,
    found,
    and(
      inArray(organisations.country, distinct(found.map(({ toId }) => toId))),
      inArray(organisations.kind, ['ministry', 'head_of_government'])
    ),
    'country'
  );

export interface Named {
  seq: number;
  toId: string;
}

/** What the posts of these facts point at now: an edit or a withdrawal since has changed it. */
export async function targets(from: Db, entries: Parameters<Audience>[1], kind: LinkKind): Promise<Named[]> {
  const seqs = new Map(entries.map(({ objectId, seq }) => [objectId, seq]));
  const rows = await from
    .select({ fromId: links.fromId, toId: links.toId })
    .from(links)
    .where(and(eq(links.fromKind, 'post'), inArray(links.fromId, [...seqs.keys()]), eq(links.toKind, kind)));
  return rows.map(({ fromId, toId }) => ({ seq: seqs.get(fromId)!, toId }));
}

async function actingFor(from: Db, found: Named[], which: ReturnType<typeof and>, key: 'slug' | 'country') {
  if (found.length === 0) return [];
  const now = new Date();
  const people = await from
    .select({
      personId: affiliations.personId,
      slug: organisations.slug,
      country: organisations.country
    })
    .from(affiliations)
    .innerJoin(organisations, eq(organisations.id, affiliations.organisationId))
    .where(
      and(
        which,
        ne(affiliations.mandate, 'none'),
        lte(affiliations.startsAt, now),
        or(isNull(affiliations.endsAt), gt(affiliations.endsAt, now))
      )
    );
  const by = grouped(people, (person) => person[key]);
  return found.flatMap(({ seq, toId }) => (by.get(toId) ?? []).map(({ personId }) => ({ seq, personId })));
}
