import { asc, desc, inArray } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { actOf } from '#features/people/server/act-columns.ts';
import { db } from '#lib/server/db.ts';
import { searchWords } from '#lib/server/search.ts';
import { limits, type Facet } from '../lessons.ts';
import type { Selection } from '../selection.ts';
import { matching } from './matching.ts';
import { lessonFacets, lessons } from './tables.ts';

/** A lesson as open data: the fields and codes as they are stored, without its origin, which may not be open to all. */
export type LessonRecord = Awaited<ReturnType<typeof readRecords>>[number];

const batch = 200;

/** All lessons of a selection, newest first, at most 10,000, some at a time so that memory does not grow with them. */
export async function* exportLessons(_actor: Actor, selection: Selection): AsyncGenerator<LessonRecord[]> {
  const where = matching(selection.facets, searchWords(selection.query));
  const ids = await db
    .select({ id: lessons.id })
    .from(lessons)
    .where(where)
    .orderBy(desc(lessons.createdAt), desc(lessons.id))
    .limit(limits.exported);
  for (let at = 0; at < ids.length; at += batch)
    yield await readRecords(ids.slice(at, at + batch).map(({ id }) => id));
}

async function readRecords(ids: string[]) {
  const rows = await db
    .select()
    .from(lessons)
    .where(inArray(lessons.id, ids))
    .orderBy(desc(lessons.createdAt), desc(lessons.id));
  const codes = await db
    .select()
    .from(lessonFacets)
    .where(inArray(lessonFacets.lessonId, ids))
    .orderBy(asc(lessonFacets.value));
  const byLesson = Map.groupBy(codes, ({ lessonId }) => lessonId);
  return rows.map((row) => {
    const of = (facet: Facet) =>
      (byLesson.get(row.id) ?? []).filter((code) => code.facet === facet).map(({ value }) => value);
    const { personName, capacity, organisation, country, title } = actOf(row);
    return {
      id: row.id,
      title: row.heading,
      summary: row.summary,
      language: row.lang,
      polarity: row.polarity,
      evidence: row.evidence,
      fromYear: row.fromYear,
      toYear: row.toYear,
      regions: of('region'),
      countries: of('country'),
      buildingBlocks: of('block'),
      axis: row.axis,
      occupations: of('occupation'),
      level: row.level,
      cost: row.cost,
      context: row.context,
      whatWasDone: row.whatWasDone,
      whatHappened: row.whatHappened,
      lesson: row.lesson,
      recommendation: row.recommendation,
      conditions: row.conditions,
      recordedBy: { name: personName, capacity, organisation, country, title },
      recordedAt: row.createdAt,
      updatedAt: row.updatedAt
    };
  });
}
