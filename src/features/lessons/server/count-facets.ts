import { and, count, inArray } from 'drizzle-orm';
import { db } from '#lib/server/db.ts';
import type { SearchWord } from '#lib/server/search.ts';
import { evidences, facets, polarities, type Facet } from '../lessons.ts';
import type { Selection } from '../selection.ts';
import { matching } from './matching.ts';
import { lessonFacets, lessons } from './tables.ts';

export type FacetCounts = Record<Facet, { value: string; count: number }[]>;

/**
 * How many lessons each value would give, most first; chosen values are there even with none. A facet's counts leave
 * its own choice out, so that one sees what widening gives. One query for all facets without a choice, one for each
 * with one: at most nine, however many lessons there are.
 */
export async function countFacets(chosen: Selection['facets'], words: SearchWord[]): Promise<FacetCounts> {
  const narrowed = facets.filter((facet) => chosen[facet]?.length);
  const free = facets.filter((facet) => !chosen[facet]?.length);
  const rows = await Promise.all([
    free.length > 0 ? countOf(free, chosen, words) : [],
    ...narrowed.map((facet) => countOf([facet], chosen, words, facet))
  ]);
  const counts = Object.fromEntries(facets.map((facet) => [facet, []])) as unknown as FacetCounts;
  for (const { facet, value, count } of rows.flat()) counts[facet].push({ value, count });
  for (const facet of narrowed)
    for (const value of chosen[facet] ?? [])
      if (!counts[facet].some((known) => known.value === value)) counts[facet].push({ value, count: 0 });
  for (const facet of facets) counts[facet].sort(order(facet));
  return counts;
}

/** Most first; but what is a scale stands in the order of the scale, so that no result is put before another. */
const order = (facet: Facet) => {
  const scale: readonly string[] = facet === 'polarity' ? polarities : facet === 'evidence' ? evidences : [];
  return (a: { value: string; count: number }, b: { value: string; count: number }) =>
    scale.indexOf(a.value) - scale.indexOf(b.value) || b.count - a.count || (a.value < b.value ? -1 : 1);
};

const countOf = (of: Facet[], chosen: Selection['facets'], words: SearchWord[], except?: Facet) =>
  db
    .select({ facet: lessonFacets.facet, value: lessonFacets.value, count: count() })
    .from(lessonFacets)
    .where(
      and(
        inArray(lessonFacets.facet, of),
        inArray(
          lessonFacets.lessonId,
          db
            .select({ id: lessons.id })
            .from(lessons)
            .where(matching(chosen, words, except))
        )
      )
    )
    .groupBy(lessonFacets.facet, lessonFacets.value);
