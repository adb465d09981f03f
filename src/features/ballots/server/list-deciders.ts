import { and, eq, inArray } from 'drizzle-orm';
import { affiliations, organisations } from '#features/people/server/tables.ts';
import { listEligible } from '#features/positions/server/list-eligible.ts';
import type { SessionRow } from '#features/sessions/server/list-parts.ts';
import { spaceMembers } from '#features/spaces/server/tables.ts';
import type { Tx } from '#lib/server/db.ts';
import { isCountry, regionOf } from '#lib/vocab/countries.ts';

/**
 * The countries that decide if the chair says nothing else: those invited, or else those for which a member of the forum may negotiate.
 * A country that is here as an observer only is none of them.
 */
export async function listDeciders(tx: Tx, session: SessionRow, at: Date): Promise<string[]> {
  const invited = session.countries.filter(isCountry);
  const all =
    invited.length > 0
      ? invited
      : (await listEligible(tx, { spaceId: session.spaceId, decides: 'delegation', chosen: null }, at)).map(
          ({ country }) => country!
        );
  const observing = await listObserving(tx, session.spaceId, all);
  return [...new Set(all)].filter((code) => !observing.has(code)).sort();
}

/** Of these countries those whose every person in the forum is an observer. */
async function listObserving(tx: Tx, spaceId: string, countries: string[]): Promise<Set<string>> {
  if (countries.length === 0) return new Set();
  const roles = await tx
    .selectDistinct({ country: organisations.country, role: spaceMembers.role })
    .from(spaceMembers)
    .innerJoin(affiliations, eq(affiliations.personId, spaceMembers.personId))
    .innerJoin(organisations, eq(organisations.id, affiliations.organisationId))
    .where(and(eq(spaceMembers.spaceId, spaceId), inArray(organisations.country, countries)));
  const acting = new Set(roles.filter(({ role }) => role !== 'observer').map(({ country }) => country));
  return new Set(roles.flatMap(({ country }) => (country && !acting.has(country) ? country : [])));
}

/** WHO's region of each country now. What is no country is left out. */
export const withRegions = (codes: string[], at: Date): { country: string; region: string | null }[] =>
  [...new Set(codes)]
    .filter(isCountry)
    .sort()
    .map((country) => ({ country, region: regionOf(country, at) }));
