import { and, eq, gt, inArray, isNull, lte, ne, or } from 'drizzle-orm';
import { affiliations, organisations } from '#features/people/server/tables.ts';
import { spaceMembers } from '#features/spaces/server/tables.ts';
import type { Tx } from '#lib/server/db.ts';
import { isCountry } from '#lib/vocab/countries.ts';
import type { Decider, Holder } from '../positions.ts';
import { countryHolder, organisationHolders } from './holders.ts';

/** Whom the proposer chose; null: all organisations (or countries) of the space's members. */
export interface Chosen {
  organisations: string[];
  countries: string[];
}

/**
 * Who decides, as they are at `at`: those chosen, or the organisations for which a member of the space (not an observer)
 * may negotiate, or their countries. Where every person decides there is no list.
 */
export async function listEligible(
  tx: Tx,
  { spaceId, decides, chosen }: { spaceId: string; decides: Decider; chosen: Chosen | null },
  at: Date
): Promise<Holder[]> {
  if (decides === 'person') return [];
  const present = chosen ? [] : await presentOrganisations(tx, spaceId, at);
  if (decides === 'organisation')
    return organisationHolders(tx, chosen ? unique(chosen.organisations) : present.map(({ id }) => id), at);
  const countries = chosen ? chosen.countries : present.map(({ country }) => country);
  return unique(countries.filter((code) => code !== null))
    .filter(isCountry)
    .map((code) => countryHolder(code, at));
}

const unique = (list: string[]) => [...new Set(list)].sort();

function presentOrganisations(tx: Tx, spaceId: string, at: Date) {
  return tx
    .selectDistinct({ id: organisations.id, country: organisations.country })
    .from(spaceMembers)
    .innerJoin(affiliations, eq(affiliations.personId, spaceMembers.personId))
    .innerJoin(organisations, eq(organisations.id, affiliations.organisationId))
    .where(
      and(
        eq(spaceMembers.spaceId, spaceId),
        ne(spaceMembers.role, 'observer'),
        inArray(affiliations.mandate, ['negotiate', 'sign']),
        lte(affiliations.startsAt, at),
        or(isNull(affiliations.endsAt), gt(affiliations.endsAt, at))
      )
    );
}
