import { eq } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { mustBeSignedIn, readAct } from '#features/people/server/read-act.ts';
import { newId } from '#lib/id.ts';
import { Refusal } from '#lib/refusal.ts';
import { announce } from '#lib/server/announce.ts';
import { atomic, db, isUniqueViolation } from '#lib/server/db.ts';
import { limit } from '#lib/server/limits.ts';
import { events, limits, type NewLesson, type Origin } from '../lessons.ts';
import { appendLesson } from './append-lesson.ts';
import { lessons } from './tables.ts';
import { mustBeKnown } from './write-lesson.ts';

/**
 * Keeps a lesson, for everyone to read. `origin` comes from the door, which read it as `actor`: this slice does not
 * know the others and takes no origin from a form. The same id sent twice by the same person is recorded once.
 */
export async function recordLesson(
  actor: Actor,
  input: NewLesson,
  origin: Origin | null = null,
  createdAt = new Date()
): Promise<{ id: string }> {
  const member = mustBeSignedIn(actor);
  mustBeKnown(input.countries);
  await limit('lessons.record', member.personId, limits.recorded, 600);
  const { id = newId(), capacity, ...fields } = input;
  const act = await readAct(actor, capacity);
  try {
    const kept = await atomic((tx) => appendLesson(tx, act, { ...fields, id }, origin, createdAt));
    if (!kept) return { id };
  } catch (error) {
    if (isUniqueViolation(error) && (await wroteAlready(id, member.personId))) return { id };
    if (isUniqueViolation(error)) throw new Refusal('conflict');
    throw error;
  }
  announce({ name: events.recorded, rooms: [], payload: { id } });
  return { id };
}

async function wroteAlready(id: string, personId: string): Promise<boolean> {
  const [known] = await db.select({ personId: lessons.personId }).from(lessons).where(eq(lessons.id, id));
  return known?.personId === personId;
}
