import { eq } from 'drizzle-orm';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import type { Actor } from '#features/people/people.ts';
import { mustBeSignedIn, readAct } from '#features/people/server/read-act.ts';
import { newId } from '#lib/id.ts';
import { Refusal } from '#lib/refusal.ts';
import { announce } from '#lib/server/announce.ts';
import { atomic, db, isUniqueViolation } from '#lib/server/db.ts';
import { limit } from '#lib/server/limits.ts';
import { events, limits, type NewLesson, type Origin } from '../lessons.ts';
import { lessons } from './tables.ts';
import { canonical, columnsOf, mustBeKnown, writeFindable } from './write-lesson.ts';

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
    await atomic(async (tx) => {
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
    });
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
