import { and, desc, eq, inArray, ne, or, isNull } from 'drizzle-orm';
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
 * The texts that point at something, the newest first, of those spaces that `actor` may read: what they may not open is
 * neither shown nor counted. A thread's own posts are left out. The slices above know the titles.
 */
export function listBacklinks(
  actor: Actor,
  { kind, id }: Pick<Target, 'kind' | 'id'>,
  most = 12
): Promise<Backlink[]> {
  return db
    .select({ kind: links.fromKind, id: links.fromId, threadId: links.threadId, toPost: links.toPost })
    .from(links)
    .where(
      and(
        eq(links.toKind, kind),
        eq(links.toId, id),
        inArray(links.spaceId, readableSpaces(actor)),
        kind === 'thread' ? or(isNull(links.threadId), ne(links.threadId, id)) : undefined
      )
    )
    .orderBy(desc(links.createdAt), desc(links.fromId))
    .limit(most);
}
