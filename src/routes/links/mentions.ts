/** Doors may know every slice: this one asks who points at something, then each slice for the titles. */
import * as briefs from '#features/briefs/server/list-named.ts';
import { listGranted } from '#features/briefs/server/list-granted.ts';
import { postAddress } from '#features/forum/forum.ts';
import { listPlaces } from '#features/forum/server/list-places.ts';
import * as lessons from '#features/lessons/server/list-named.ts';
import type { Mention, Source, Target } from '#features/links/links.ts';
import { listBacklinks } from '#features/links/server/list-backlinks.ts';
import type { Actor } from '#features/people/people.ts';
import { listStatementPlaces } from '#features/statements/server/list-statement-places.ts';
import { dirOf } from '#lib/dir.ts';

type Place = Omit<Mention, 'toPost' | 'kind'>;

/** Where something is pointed at, of what `actor` may open. Two queries, and one more for each kind of text that does. */
export async function readMentions(actor: Actor, target: Pick<Target, 'kind' | 'id'>): Promise<Mention[]> {
  const granted = [...(await listGranted(actor))];
  const found = await listBacklinks(actor, target, { granted });
  const ids = (of: Source['kind']) => found.filter(({ kind }) => kind === of).map(({ id }) => id);
  const [posts, named, learned, said] = await Promise.all([
    listPlaces(ids('post')),
    briefs.listNamed(ids('brief')),
    lessons.listNamed(ids('lesson')),
    listStatementPlaces(ids('statement'))
  ]);
  const placeOf: Partial<Record<Source['kind'], (id: string) => Place | undefined>> = {
    post(id) {
      const place = posts.get(id);
      if (!place) return undefined;
      const { threadId, ...rest } = place;
      return { ...rest, href: postAddress(threadId, place.number) };
    },
    brief: (id) => wholeAt(`/briefs/${id}`, named.get(id)),
    lesson: (id) => wholeAt(`/lessons/${id}`, learned.get(id)),
    statement(id) {
      const place = said.get(id);
      if (!place) return undefined;
      const { sessionId, number, title, lang } = place;
      return { href: `/sessions/${sessionId}#statement-${number}`, title, lang, dir: dirOf(title), number };
    }
  };
  return found.flatMap(({ kind, id, toPost }) => {
    const place = placeOf[kind]?.(id);
    return place ? [{ ...place, kind, toPost }] : [];
  });
}

const wholeAt = (href: string, named: { title: string; lang: string } | undefined): Place | undefined =>
  named && { ...named, href, dir: dirOf(named.title), number: null };
