import { and, eq } from 'drizzle-orm';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import type { Actor } from '#features/people/people.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { Refusal } from '#lib/refusal.ts';
import { announce } from '#lib/server/announce.ts';
import { atomic } from '#lib/server/db.ts';
import { limit } from '#lib/server/limits.ts';
import { events, limits, type LessonFields, type RevisedLesson } from '../lessons.ts';
import { mayReviseLesson } from './may.ts';
import { readLesson } from './read-lesson.ts';
import { lessonRevisions, lessons } from './tables.ts';
import { canonical, columnsOf, mustBeKnown, writeFindable } from './write-lesson.ts';

/**
 * Changes the words of one's own lesson. Author, capacity, origin and address stay; what it said is kept as a revision.
 * Refuses conflict when it changed since `input.seq` was read, so that neither change swallows the other.
 */
export async function reviseLesson(
  actor: Actor,
  id: string,
  input: RevisedLesson,
  now = new Date()
): Promise<{ id: string }> {
  const member = mustBeSignedIn(actor);
  const before = await readLesson(actor, id);
  if (!mayReviseLesson(actor, before.act)) throw new Refusal('not-allowed', 'not-your-lesson');
  mustBeKnown(input.countries);
  await limit('lessons.record', member.personId, limits.recorded, 600);
  const { seq, ...fields } = input;
  await atomic(async (tx) => {
    const changed = await tx
      .update(lessons)
      .set({ ...columnsOf(fields), seq: seq + 1, updatedAt: now })
      .where(and(eq(lessons.id, id), eq(lessons.seq, seq)))
      .returning({ id: lessons.id });
    // `before` was read outside: it is what is being replaced only if its sequence is the one that was replaced.
    if (changed.length === 0 || before.seq !== seq) throw new Refusal('conflict');
    await tx
      .insert(lessonRevisions)
      .values({ lessonId: id, seq, fields: fieldsOf(before), writtenAt: before.updatedAt });
    await writeFindable(tx, id, fields, false);
    await appendEntry(tx, {
      action: events.revised,
      actor: before.act,
      object: { kind: 'lesson', id },
      text: canonical(fields),
      detail: { seq: seq + 1 },
      at: now
    });
  });
  announce({ name: events.revised, rooms: [], payload: { id } });
  return { id };
}

/** The fields that an author writes, out of a view. */
function fieldsOf(view: LessonFields): LessonFields {
  const {
    title,
    summary,
    lang,
    polarity,
    evidence,
    context,
    whatWasDone,
    whatHappened,
    lesson,
    recommendation,
    conditions
  } = view;
  const { cost, level, fromYear, toYear, axis, countries, blocks, occupations } = view;
  return {
    title,
    summary,
    lang,
    polarity,
    evidence,
    context,
    whatWasDone,
    whatHappened,
    lesson,
    recommendation,
    conditions,
    cost,
    level,
    fromYear,
    toYear,
    axis,
    countries,
    blocks,
    occupations
  };
}
