import { inArray } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { listSpaces } from '#features/spaces/server/list-spaces.ts';
import { isId } from '#lib/id.ts';
import type { Names } from '#lib/names.ts';
import { db } from '#lib/server/db.ts';
import { posts, threads } from './tables.ts';

export interface Place {
  address: string;
  names: Names;
}

/**
 * Where drafts will stand, by their place (see drafts): the thread that is answered, the forum of a new thread, the post
 * that is mended. What the actor may no longer read is not among them. Three queries, however many.
 */
export async function listDraftPlaces(actor: Actor, places: string[]): Promise<Map<string, Place>> {
  const idsOf = (kind: string) =>
    places
      .filter((place) => place.startsWith(`${kind}:`))
      .map((place) => place.slice(kind.length + 1))
      .filter(isId);
  const mended = idsOf('edit');
  const ofPosts = mended.length
    ? await db.select({ id: posts.id, threadId: posts.threadId }).from(posts).where(inArray(posts.id, mended))
    : [];
  const threadIds = [...idsOf('reply'), ...ofPosts.map(({ threadId }) => threadId)];
  const named = threadIds.length ? await db.select().from(threads).where(inArray(threads.id, threadIds)) : [];
  const seen = new Map(
    (places.length ? await listSpaces(actor) : []).map((space) => [space.id, space] as const)
  );
  const found = new Map<string, Place>();
  for (const { id, spaceId, subject, lang } of named) {
    if (!seen.has(spaceId)) continue;
    const names = { [lang]: subject };
    found.set(`reply:${id}`, { address: `/threads/${id}#reply`, names });
    for (const post of ofPosts.filter(({ threadId }) => threadId === id))
      found.set(`edit:${post.id}`, { address: `/threads/${id}/posts/${post.id}`, names });
  }
  for (const id of idsOf('thread')) {
    const space = seen.get(id);
    if (space)
      found.set(`thread:${id}`, { address: `/threads/new?forum=${space.slug}`, names: space.titles });
  }
  return found;
}
