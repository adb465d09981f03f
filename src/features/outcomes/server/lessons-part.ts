import type { RoomPart } from '#features/sessions/server/list-parts.ts';
import { lessonsKey, type CapturedView, type LessonsChapter } from '../captured.ts';
import { readLessons } from './read-lessons.ts';

/** What was learned here, as it is captured; it grows, after the close too, but the record holds what came before it. */
export const lessonsPart: RoomPart<CapturedView[], CapturedView> = {
  key: lessonsKey,
  read: (from, { id }) => readLessons(from, id),
  missed: (from, { id }, since) => readLessons(from, id, { since }),
  async chapter(from, { id }, upTo) {
    const lessons = await readLessons(from, id, { upTo });
    const chapter: LessonsChapter = lessons.length > 0 ? { lessons } : {};
    return { ...chapter };
  }
};
