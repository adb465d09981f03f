import { eq } from 'drizzle-orm';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import type { Act } from '#features/people/people.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Tx } from '#lib/server/db.ts';
import { events, type LessonFields, type Origin } from '../lessons.ts';
import { lessons } from './tables.ts';
import { canonical, columnsOf, mustBeKnown, writeFindable } from './write-lesson.ts';

/**
 * Keeps a lesson, and how it is found; says whether it was kept now, or before by the same person. The caller limits how many,
 * and tells of it (`lesson.recorded`) when it is committed.
 */
export async function appendLesson(
  tx: Tx,
  act: Act,
  { id, ...fields }: LessonFields & { id: string },
  origin: Origin | null,
  createdAt: Date
): Promise<boolean> {
  mustBeKnown(fields.countries);
  const [known] = await tx.select({ personId: lessons.personId }).from(lessons).where(eq(lessons.id, id));
  if (known && known.personId !== act.personId) throw new Refusal('conflict');
  if (known) return false;
  await tx.insert(lessons).values({
    ...columnsOf(fields),
    ...act,
    id,
    seq: 1,
    visibility: 'public',
    originKind: origin?.kind ?? null,
    originId: origin?.id ?? null,
    originAnchor: origin?.anchor ?? null,
    originTitle: origin?.title ?? null,
    createdAt,
    updatedAt: createdAt
  });
  await writeFindable(tx, id, fields, true);
  await appendEntry(tx, {
    action: events.recorded,
    actor: act,
    object: { kind: 'lesson', id },
    text: canonical(fields),
    at: createdAt
  });
  return true;
}
