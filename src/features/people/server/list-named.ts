import { and, asc, isNotNull, or } from 'drizzle-orm';
import type { Names } from '#lib/names.ts';
import { db } from '#lib/server/db.ts';
import { exactFirst, holds, holdsRoughly } from '#lib/server/like.ts';
import { organisations, persons } from './tables.ts';

/** People with an account whose name holds the words: for a list under a field. */
export async function listPeopleNamed(
  words: string,
  most: number
): Promise<{ id: string; name: string; title: string | null }[]> {
  const rows = await db
    .select({ id: persons.id, name: persons.name, title: persons.title })
    .from(persons)
    .where(and(isNotNull(persons.email), holdsRoughly(persons.name, words)))
    .orderBy(exactFirst(persons.name, words), asc(persons.name))
    .limit(100);
  return rows.filter(({ name }) => holds(name, words)).slice(0, most);
}

/** Organisations whose name in any language, or acronym, holds the words. */
export async function listOrganisationsNamed(
  words: string,
  most: number
): Promise<{ slug: string; names: Names; acronym: string | null; country: string | null }[]> {
  const { slug, names, acronym, country } = organisations;
  const rows = await db
    .select({ slug, names, acronym, country })
    .from(organisations)
    .where(or(holdsRoughly(names, words), holdsRoughly(acronym, words)))
    .orderBy(exactFirst(names, words), asc(slug))
    .limit(100);
  return rows
    .filter(({ names, acronym }) => holds([...Object.values(names), acronym ?? ''].join(' '), words))
    .slice(0, most);
}
