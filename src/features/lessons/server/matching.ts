import { and, countDistinct, eq, inArray, or, type SQL } from 'drizzle-orm';
import { db } from '#lib/server/db.ts';
import type { SearchWord } from '#lib/server/search.ts';
import { facets, type Facet } from '../lessons.ts';
import type { Selection } from '../selection.ts';
import { hasWords } from './search-index.ts';
import { lessonFacets, lessons } from './tables.ts';

/**
 * The condition on `lessons` of a selection: all the words, and of each facet one of the chosen values. `except` leaves
 * one facet out, to count what its other values would give. Polarity is a facet like others: nothing hides failures.
 */
export function matching(chosen: Selection['facets'], words: SearchWord[], except?: Facet): SQL | undefined {
  const narrowing = facets.filter((facet) => facet !== except && chosen[facet]?.length);
  return and(
    eq(lessons.visibility, 'public'),
    words.length > 0 ? hasWords(words) : undefined,
    narrowing.length > 0 ? inArray(lessons.id, ofAll(narrowing, chosen)) : undefined
  );
}

/**
 * The lessons with a chosen value in every one of the facets. One grouping, not a subquery for each facet: of six such
 * subqueries Postgres without statistics made a plan of half a minute.
 */
const ofAll = (narrowing: Facet[], chosen: Selection['facets']) =>
  db
    .select({ id: lessonFacets.lessonId })
    .from(lessonFacets)
    .where(
      or(
        ...narrowing.map((facet) =>
          and(eq(lessonFacets.facet, facet), inArray(lessonFacets.value, chosen[facet] ?? []))
        )
      )
    )
    .groupBy(lessonFacets.lessonId)
    .having(eq(countDistinct(lessonFacets.facet), narrowing.length));
