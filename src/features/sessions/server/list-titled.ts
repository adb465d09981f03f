import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { readableSpaces } from '#features/spaces/server/read-readable.ts';
import { db } from '#lib/server/db.ts';
import { exactFirst, holds, holdsRoughly } from '#lib/server/like.ts';
import { sessions } from './tables.ts';

/** Sessions that `actor` may read whose title holds the words, the latest first: for a list under a field. */
export async function listTitled(
  actor: Actor,
  words: string,
  most: number
): Promise<{ id: string; title: string; lang: string }[]> {
  const rows = await db
    .select({ id: sessions.id, title: sessions.title, lang: sessions.lang })
    .from(sessions)
    .where(
      and(
        inArray(sessions.spaceId, readableSpaces(actor)),
        actor.kind === 'guest' ? eq(sessions.audience, 'space') : undefined,
        holdsRoughly(sessions.title, words)
      )
    )
    .orderBy(exactFirst(sessions.title, words), desc(sessions.startsAt))
    .limit(100);
  return rows.filter(({ title }) => holds(title, words)).slice(0, most);
}
