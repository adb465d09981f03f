import type { Actor } from '#features/people/people.ts';
import type { Names } from '#lib/names.ts';
import { regionOf } from '#lib/vocab/countries.ts';
import type { DirectoryFilter } from '../inputs.ts';
import { limits, type SpaceCount, type SpaceView } from '../spaces.ts';
import { countMembers } from './count-members.ts';
import { listSpaces } from './list-spaces.ts';
import { mayJoin } from './may.ts';

export interface Directory {
  spaces: (SpaceView & { count: SpaceCount })[];
  total: number;
  pages: number;
  /** What one may narrow by: only what is there to be found. */
  choices: { leads: { slug: string; names: Names }[]; topics: string[] };
}

/**
 * The spaces that fit, of those that `actor` may read: nothing else is counted or offered. Scopes are lists in one column,
 * so they are looked through here and not in the database; a house has hundreds of spaces, not millions. What is archived
 * comes last.
 */
export async function listDirectory(actor: Actor, filter: DirectoryFilter): Promise<Directory> {
  const all = await listSpaces(actor);
  const fitting = all
    .filter(fits(actor, filter))
    .sort((a, b) => Number(!!a.archivedAt) - Number(!!b.archivedAt));
  const from = (filter.page - 1) * limits.spacesPerPage;
  const shown = fitting.slice(from, from + limits.spacesPerPage);
  const counts = await countMembers(shown.map(({ id }) => id));
  const leads = new Map(
    all.flatMap((space) =>
      space.leadOrganisation ? [[space.leadOrganisation.slug, space.leadOrganisation]] : []
    )
  );
  return {
    spaces: shown.map((space) => ({ ...space, count: counts[space.id] ?? { members: 0, countries: 0 } })),
    total: fitting.length,
    pages: Math.max(1, Math.ceil(fitting.length / limits.spacesPerPage)),
    choices: {
      leads: [...leads.values()].map(({ slug, names }) => ({ slug, names })),
      topics: [...new Set(all.flatMap(({ topics }) => topics))].sort()
    }
  };
}

const fits =
  (actor: Actor, filter: DirectoryFilter) =>
  (space: SpaceView): boolean =>
    (!filter.kind || space.kind === filter.kind) &&
    (!filter.country || concerns(space, filter.country)) &&
    (!filter.region ||
      space.regions.includes(filter.region) ||
      space.countries.some((country) => regionOf(country) === filter.region)) &&
    (!filter.axis || space.axis === filter.axis) &&
    (!filter.topic || space.topics.includes(filter.topic)) &&
    (!filter.lead || space.leadOrganisation?.slug === filter.lead) &&
    (!filter.mine || space.role !== null) &&
    (!filter.open || (space.role === null && opens(actor, space)));

/** A space that names no country but a region is for every country of it. */
const concerns = (space: SpaceView, country: string): boolean =>
  space.countries.includes(country) ||
  (space.countries.length === 0 && space.regions.includes(regionOf(country) ?? ''));

/** One may join at once, or ask; a guest sees what they could, once signed in. */
const opens = (actor: Actor, space: SpaceView): boolean =>
  space.archivedAt === null &&
  space.visibility !== 'restricted' &&
  (space.joining !== 'invitation' || mayJoin(actor, space));
