/** What the tests of the search begin with. */
import { startThread } from '#features/forum/server/start-thread.ts';
import type { Actor, Member } from '#features/people/people.ts';
import { searchAll, type SearchFound } from '#features/search/server/search-all.ts';
import type { SpaceView } from '#features/spaces/spaces.ts';
import { newId } from '#lib/id.ts';

export const search = (
  actor: Actor,
  query: string,
  of: { order?: 'newest'; page?: number; granted?: string[] } = {}
): Promise<SearchFound> =>
  searchAll(actor, { query, order: of.order ?? 'relevance', page: of.page ?? 1 }, { granted: of.granted });
export const titles = async (actor: Actor, query: string) =>
  (await search(actor, query)).hits.map(({ title }) => title.map(({ text }) => text).join(''));

/** A word that no other test writes. */
export const word = () =>
  `zq${newId()
    .replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)])
    .replaceAll('-', '')
    .slice(-14)}`;

export async function thread(
  author: Member,
  space: SpaceView,
  title: string,
  body: string,
  capacity = 'personal'
) {
  const { id } = await startThread(
    author,
    { spaceId: space.id, postId: newId(), title, body, capacity },
    { at: new Date('2026-03-10T12:00:00Z') }
  );
  return id;
}
