import type { Act } from '#features/people/people.ts';
import type { Names } from '#lib/names.ts';
import type { Counted } from './parts.ts';

/**
 * The delegation an act speaks for: the country of its organisation, else the organisation itself; who acts in a personal capacity
 * speaks for nobody else. First-time speakers are counted by it.
 */
export const delegationOf = (act: Act): string =>
  act.capacity === 'personal'
    ? `person:${act.personId}`
    : act.country
      ? `country:${act.country}`
      : `organisation:${act.organisationId}`;

/** People of one delegation: a country, an organisation without one, or (both null) those in a personal capacity. */
export interface DelegationCount extends Counted {
  country: string | null;
  organisation: Names | null;
  people: number;
}

/** Acts by delegation, the largest first; those in a personal capacity are one group. */
export function groupByDelegation(
  acts: Act[]
): { key: string; country: string | null; organisation: Names | null; acts: Act[] }[] {
  const groups = new Map<string, Act[]>();
  for (const act of acts) {
    const key = act.capacity === 'personal' ? 'personal' : delegationOf(act);
    groups.set(key, [...(groups.get(key) ?? []), act]);
  }
  return [...groups]
    .sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1))
    .map(([key, acts]) => ({
      key,
      country: key.startsWith('country:') ? acts[0].country : null,
      organisation: key.startsWith('organisation:') ? acts[0].organisation : null,
      acts
    }));
}

export const countByDelegation = (acts: Act[]): DelegationCount[] =>
  groupByDelegation(acts).map(({ key, country, organisation, acts }) => ({
    key,
    country,
    organisation,
    people: acts.length
  }));

/** The organisations that acts were done for, each once, in the order of their ids. */
export function organisationsOf(acts: Act[]): Names[] {
  const byId = new Map(
    acts.flatMap((act) =>
      act.organisationId && act.organisation ? [[act.organisationId, act.organisation] as const] : []
    )
  );
  return [...byId].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, names]) => names);
}
