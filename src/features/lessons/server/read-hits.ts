import { and, asc, eq, inArray } from 'drizzle-orm';
import { actOf } from '#features/people/server/act-columns.ts';
import { db } from '#lib/server/db.ts';
import type { LessonHit } from '../lessons.ts';
import { lessonFacets, lessons } from './tables.ts';

/** The rows of lessons as a list shows them, in the same order. One query for the countries of all. */
export async function hitsOf(rows: (typeof lessons.$inferSelect)[]): Promise<LessonHit[]> {
  const places =
    rows.length === 0
      ? []
      : await db
          .select({ lessonId: lessonFacets.lessonId, value: lessonFacets.value })
          .from(lessonFacets)
          .where(
            and(
              eq(lessonFacets.facet, 'country'),
              inArray(
                lessonFacets.lessonId,
                rows.map(({ id }) => id)
              )
            )
          )
          .orderBy(asc(lessonFacets.value));
  return rows.map((row) => ({
    id: row.id,
    title: row.heading,
    summary: row.summary,
    lang: row.lang,
    polarity: row.polarity,
    evidence: row.evidence,
    countries: places.filter(({ lessonId }) => lessonId === row.id).map(({ value }) => value),
    fromYear: row.fromYear,
    toYear: row.toYear,
    act: actOf(row),
    createdAt: row.createdAt
  }));
}
