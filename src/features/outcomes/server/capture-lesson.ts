import { events, limits, type NewLesson, type Origin } from '#features/lessons/lessons.ts';
import { appendLesson } from '#features/lessons/server/append-lesson.ts';
import type { Actor } from '#features/people/people.ts';
import { mustBeSignedIn, readAct } from '#features/people/server/read-act.ts';
import { changeSession } from '#features/sessions/server/change-session.ts';
import { newId } from '#lib/id.ts';
import { announce } from '#lib/server/announce.ts';
import { limit } from '#lib/server/limits.ts';
import { lessonsKey } from '../captured.ts';
import { viewOf } from './read-lessons.ts';
import { sessionLessons } from './tables.ts';

/**
 * Records a lesson that grew out of a session, before, in or after it, and shows it in the room. `origin` comes from the door, which
 * read it as `actor`. Sent twice, by two tabs or after a lost answer, it is recorded once. What is captured after the close, or
 * arrives then, is not in the record, which is written.
 */
export async function captureLesson(
  actor: Actor,
  input: NewLesson,
  origin: Origin,
  at = new Date()
): Promise<{ id: string }> {
  const { id = newId(), capacity, ...fields } = input;
  await limit('lessons.record', mustBeSignedIn(actor).personId, limits.recorded, 600);
  const recorded = await changeSession(actor, origin.id, at, { after: true }, async (change) => {
    const { tx, session, seq } = change;
    const act = await readAct(actor, capacity, 'speak', tx);
    if (!(await appendLesson(tx, act, { ...fields, id }, origin, at))) return false;
    const row = {
      lessonId: id,
      sessionId: session.id,
      anchor: origin.anchor,
      heading: fields.title,
      lang: fields.lang,
      polarity: fields.polarity,
      ...act,
      seq,
      createdAt: at
    };
    await tx.insert(sessionLessons).values(row);
    change.added(lessonsKey, viewOf(row));
    return true;
  });
  if (recorded) announce({ name: events.recorded, rooms: [], payload: { id } });
  return { id };
}
