import { and, eq, inArray, type SQL } from 'drizzle-orm';
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
  return and(
    eq(lessons.visibility, 'public'),
    words.length > 0 ? hasWords(words) : undefined,
    ...facets
      .filter((facet) => facet !== except && chosen[facet]?.length)
      .map((facet) =>
        inArray(
          lessons.id,
          db
            .select({ id: lessonFacets.lessonId })
            .from(lessonFacets)
            .where(and(eq(lessonFacets.facet, facet), inArray(lessonFacets.value, chosen[facet] ?? [])))
        )
      )
  );
}
