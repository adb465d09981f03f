import { inArray } from 'drizzle-orm';
import { organisations } from '#features/people/server/tables.ts';
import type { Names } from '#lib/names.ts';
import { db } from '#lib/server/db.ts';
import { remember } from '#lib/server/remember.ts';
import { folded } from '../operators.ts';

interface Named {
  id: string;
  slug: string;
  words: string;
}
const kept = remember('organisation-names', () => ({ until: 0, named: [] as Named[] }));

/** Ids of the organisations that someone means by a slug, an acronym, or a part of a name in any language. */
export async function readOrganisationsNamed(text: string): Promise<string[]> {
  if (kept.until < Date.now()) {
    const { id, slug, names, acronym } = organisations;
    const rows = await db.select({ id, slug, names, acronym }).from(organisations);
    // A directory has thousands of names: folding them all for each search would take longer than the search.
    kept.named = rows.map((row) => ({
      id: row.id,
      slug: row.slug,
      words: folded(`\n${[...Object.values(row.names), row.acronym ?? ''].join('\n')}\n`)
    }));
    kept.until = Date.now() + 30_000;
  }
  const sought = folded(text);
  const exact = kept.named.filter(({ slug, id }) => slug === sought || id === sought);
  const found = exact.length > 0 ? exact : kept.named.filter(({ words }) => words.includes(sought));
  return found.slice(0, 200).map(({ id }) => id);
}

/** What organisations are called, by their ids. */
export async function readOrganisationNames(ids: string[]): Promise<Map<string, Names>> {
  if (ids.length === 0) return new Map();
  const { id, names } = organisations;
  const rows = await db.select({ id, names }).from(organisations).where(inArray(id, ids));
  return new Map(rows.map((row) => [row.id, row.names]));
}
