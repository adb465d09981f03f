import type { Member } from '#features/people/people.ts';

/** The demo world while it is made: its people as actors, its organisations by slug, and the moment it is told from. */
export interface World {
  now: Date;
  people: Map<string, Member>;
  organisations: Map<string, string>;
}

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

export const before = (now: Date, milliseconds: number): Date => new Date(now.getTime() - milliseconds);

export function personOf(world: World, key: string): Member {
  const person = world.people.get(key);
  if (!person) throw new Error(`no person ${key} in the demo world`);
  return person;
}

/** For whom someone speaks: the first organisation that gave them a mandate, unless they speak for themselves. */
export const capacityOf = (world: World, key: string, personal = false): string =>
  personal ? 'personal' : (personOf(world, key).capacities[0]?.value ?? 'personal');

export function organisationOf(world: World, slug: string): string {
  const id = world.organisations.get(slug);
  if (!id) throw new Error(`no organisation ${slug} in the demo world`);
  return id;
}
