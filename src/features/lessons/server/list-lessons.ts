import { and, desc, eq } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { db } from '#lib/server/db.ts';
import type { LessonHit, OriginKind } from '../lessons.ts';
import { hitsOf } from './read-hits.ts';
import { lessons } from './tables.ts';

/** The lessons that grew out of a thread, session or brief, newest first. Ask only for an origin that `actor` may read. */
export async function listLessonsFrom(_actor: Actor, kind: OriginKind, id: string): Promise<LessonHit[]> {
  return hitsOf(
    await db
      .select()
      .from(lessons)
      .where(and(eq(lessons.visibility, 'public'), eq(lessons.originKind, kind), eq(lessons.originId, id)))
      .orderBy(desc(lessons.createdAt), desc(lessons.id))
      .limit(100)
  );
}

/** The newest lessons, for the home page. */
export async function listNewestLessons(_actor: Actor, most = 5): Promise<LessonHit[]> {
  return hitsOf(
    await db
      .select()
      .from(lessons)
      .where(eq(lessons.visibility, 'public'))
      .orderBy(desc(lessons.createdAt), desc(lessons.id))
      .limit(most)
  );
}
