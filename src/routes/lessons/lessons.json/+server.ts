import { limits } from '#features/lessons/lessons.ts';
import { exportLessons } from '#features/lessons/server/export-lessons.ts';
import { download } from '../download.ts';
import type { RequestHandler } from './$types.js';

/** The current selection as open data, written as it is read: an array of lessons under `lessons`. */
export const GET: RequestHandler = (event) =>
  download(event, 'lessons.json', 'application/json; charset=utf-8', async function* (actor, selection) {
    yield `{"most":${limits.exported},"lessons":[`;
    let first = true;
    for await (const records of exportLessons(actor, selection))
      for (const record of records) {
        yield `${first ? '' : ','}\n${JSON.stringify({ url: `${event.url.origin}/lessons/${record.id}`, ...record })}`;
        first = false;
      }
    yield '\n]}\n';
  });
