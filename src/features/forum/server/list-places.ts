import { inArray } from 'drizzle-orm';
import { eq } from 'drizzle-orm';
import type { Direction } from '#lib/dir.ts';
import { db } from '#lib/server/db.ts';
import { posts, threads } from './tables.ts';

export interface PostPlace {
  threadId: string;
  number: number;
  title: string;
  lang: string;
  dir: Direction;
}

/** Where posts stand, by their id. Ask only for posts that the reader may read. */
export async function listPlaces(ids: string[]): Promise<Map<string, PostPlace>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({
      id: posts.id,
      threadId: posts.threadId,
      number: posts.number,
      title: threads.subject,
      lang: threads.lang,
      dir: threads.dir
    })
    .from(posts)
    .innerJoin(threads, eq(threads.id, posts.threadId))
    .where(inArray(posts.id, ids));
  return new Map(rows.map(({ id, ...place }) => [id, place]));
}
