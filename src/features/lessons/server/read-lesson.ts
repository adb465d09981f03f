import { and, asc, desc, eq } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { actOf } from '#features/people/server/act-columns.ts';
import { isId } from '#lib/id.ts';
import { Refusal } from '#lib/refusal.ts';
import { db } from '#lib/server/db.ts';
import type { Facet, LessonFields, LessonView, OriginKind } from '../lessons.ts';
import { mayReviseLesson } from './may.ts';
import { lessonFacets, lessonRevisions, lessons } from './tables.ts';

/** Whether the reader may open the origin; doors ask the slice that it belongs to. */
export type OpensOrigin = (kind: OriginKind, id: string) => Promise<boolean>;

/**
 * A lesson with all its fields. Anyone reads it, but not everyone its origin: without `opensOrigin` saying yes, the
 * title of a thread that is not open to the reader stays untold.
 */
export async function readLesson(
  actor: Actor,
  id: string,
  opensOrigin: OpensOrigin = async () => false
): Promise<LessonView> {
  const row = isId(id) ? await rowOf(id) : undefined;
  if (!row) throw new Refusal('not-found');
  const codes = await db
    .select()
    .from(lessonFacets)
    .where(eq(lessonFacets.lessonId, id))
    .orderBy(asc(lessonFacets.value));
  const earlier = await db
    .select()
    .from(lessonRevisions)
    .where(eq(lessonRevisions.lessonId, id))
    .orderBy(desc(lessonRevisions.seq))
    .limit(20);
  const of = (facet: Facet) => codes.filter((code) => code.facet === facet).map(({ value }) => value);
  const { originKind, originId, originAnchor, originTitle, heading, visibility: _, ...fields } = row;
  const openable = originKind !== null && originId !== null && (await opensOrigin(originKind, originId));
  return {
    ...fields,
    title: heading,
    act: actOf(row),
    regions: of('region'),
    countries: of('country'),
    blocks: of('block') as LessonFields['blocks'],
    occupations: of('occupation') as LessonFields['occupations'],
    origin:
      originKind && originId
        ? { kind: originKind, id: originId, anchor: originAnchor, title: openable ? originTitle : null }
        : null,
    mayRevise: mayReviseLesson(actor, row),
    earlier: earlier.map(({ fields, writtenAt }) => ({
      title: fields.title,
      summary: fields.summary,
      writtenAt
    }))
  };
}

async function rowOf(id: string) {
  const [row] = await db
    .select()
    .from(lessons)
    .where(and(eq(lessons.id, id), eq(lessons.visibility, 'public')));
  return row;
}
