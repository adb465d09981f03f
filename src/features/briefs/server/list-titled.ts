import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { readableSpaces } from '#features/spaces/server/read-readable.ts';
import { db } from '#lib/server/db.ts';
import { exactFirst, holds, holdsRoughly } from '#lib/server/like.ts';
import { briefs } from './tables.ts';

/** Briefs of the spaces that `actor` may read whose title holds the words, the newest first: for a list under a field. */
export async function listTitled(
  actor: Actor,
  words: string,
  most: number
): Promise<{ id: string; title: string; lang: string }[]> {
  const rows = await db
    .select({ id: briefs.id, title: briefs.name, lang: briefs.lang })
    .from(briefs)
    .where(
      and(
        inArray(briefs.spaceId, readableSpaces(actor)),
        actor.kind === 'member' ? undefined : eq(briefs.audience, 'readers'),
        holdsRoughly(briefs.name, words)
      )
    )
    .orderBy(exactFirst(briefs.name, words), desc(briefs.createdAt))
    .limit(100);
  return rows.filter(({ title }) => holds(title, words)).slice(0, most);
}
