/** Doors may know every slice: this one asks who points at something, then each slice for the titles. */
import { postAddress } from '#features/forum/forum.ts';
import { listPlaces } from '#features/forum/server/list-places.ts';
import type { Mention, Target } from '#features/links/links.ts';
import { listBacklinks } from '#features/links/server/list-backlinks.ts';
import type { Actor } from '#features/people/people.ts';

/** Where something is pointed at, of what `actor` may open. One query, and one more when there is anything. */
export async function readMentions(actor: Actor, target: Pick<Target, 'kind' | 'id'>): Promise<Mention[]> {
  const found = await listBacklinks(actor, target);
  const places = await listPlaces(found.filter(({ kind }) => kind === 'post').map(({ id }) => id));
  return found.flatMap(({ id, toPost }): Mention[] => {
    const place = places.get(id);
    if (!place) return [];
    const { threadId, number, title, lang, dir } = place;
    return [{ href: postAddress(threadId, number), title, lang, dir, number, toPost }];
  });
}
