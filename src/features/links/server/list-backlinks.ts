import { and, desc, eq, inArray, isNull, ne, or } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { readableSpaces } from '#features/spaces/server/read-readable.ts';
import { db } from '#lib/server/db.ts';
import type { Source, Target } from '../links.ts';
import { links } from './tables.ts';

export interface Backlink {
  kind: Source['kind'];
  id: string;
  threadId: string | null;
  toPost: number;
}

/**
 * The texts that point at something, the newest first, of what `actor` may read: posts, statements and briefs of their
 * spaces, briefs opened to them one by one (`granted`), and lessons, which everyone reads. What they may not open is
 * neither shown nor counted. What is said in the thread or session itself is left out. The slices above know the titles.
 */
export function listBacklinks(
  actor: Actor,
  { kind, id }: Pick<Target, 'kind' | 'id'>,
  { granted = [], most = 12 }: { granted?: string[]; most?: number } = {}
): Promise<Backlink[]> {
  const within = kind === 'thread' || kind === 'session';
  return db
    .select({ kind: links.fromKind, id: links.fromId, threadId: links.threadId, toPost: links.toPost })
    .from(links)
    .where(
      and(
        eq(links.toKind, kind),
        eq(links.toId, id),
        or(
          inArray(links.spaceId, readableSpaces(actor)),
          and(eq(links.fromKind, 'lesson'), isNull(links.spaceId)),
          granted.length ? and(eq(links.fromKind, 'brief'), inArray(links.fromId, granted)) : undefined
        ),
        actor.kind === 'guest' ? eq(links.membersOnly, false) : undefined,
        within ? or(isNull(links.threadId), ne(links.threadId, id)) : undefined,
        // A text that points at itself is no mention of it.
        ne(links.fromId, id)
      )
    )
    .orderBy(desc(links.createdAt), desc(links.fromId))
    .limit(most);
}
