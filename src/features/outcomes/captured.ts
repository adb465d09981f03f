import * as v from 'valibot';
import { newLesson, type Polarity } from '#features/lessons/lessons.ts';
import type { Act } from '#features/people/people.ts';
import type { PartKey } from '#features/sessions/parts.ts';

/** A lesson that somebody captured in the session. */
export interface CapturedView {
  id: string;
  title: string;
  lang: string;
  polarity: Polarity;
  /** The fragment of the statement that gave the idea. */
  anchor: string | null;
  act: Act;
  at: string;
}

/** The lessons captured in the session, in their order. */
export const lessonsKey: PartKey<CapturedView[], CapturedView> = {
  name: 'lessons',
  fold: (whole, lesson) => (whole.some(({ id }) => id === lesson.id) ? whole : [...whole, lesson])
};

export interface LessonsChapter {
  lessons?: CapturedView[];
}

/** What a page sends of a lesson that was captured in a session: the id is made where it was written, maybe offline. */
export const capturedLesson = v.intersect([
  newLesson,
  v.object({ id: v.pipe(v.string(), v.uuid()), statement: v.optional(v.pipe(v.string(), v.uuid())) })
]);

/** A lesson on this device that the server has not recorded yet. */
export interface KeptLesson {
  id: string;
  session: string;
  statement: string | null;
  fields: Record<string, string>;
  at: string;
  /** Why the server would not take it: it waits for its writer. */
  refused: string | null;
}

const keyOf = (personId: string) => `palabre:captured:${personId}`;

/** Storage may be full or forbidden: then nothing is kept, and the page says so. */
export function readKept(personId: string): KeptLesson[] {
  try {
    const found = JSON.parse(localStorage.getItem(keyOf(personId)) ?? '[]') as unknown;
    return Array.isArray(found) ? (found as KeptLesson[]) : [];
  } catch {
    return [];
  }
}

/** Whether they are kept now. The list is read again first: another tab may have kept, or sent, meanwhile. */
export function changeKept(personId: string, change: (kept: KeptLesson[]) => KeptLesson[]): boolean {
  try {
    const left = change(readKept(personId));
    if (left.length > 0) localStorage.setItem(keyOf(personId), JSON.stringify(left));
    else localStorage.removeItem(keyOf(personId));
    return true;
  } catch {
    return false;
  }
}
