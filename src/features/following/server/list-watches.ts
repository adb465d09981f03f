import { and, desc, eq, inArray } from 'drizzle-orm';
import { threads } from '#features/forum/server/tables.ts';
import type { Actor } from '#features/people/people.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { listSpaces } from '#features/spaces/server/list-spaces.ts';
import type { Direction } from '#lib/dir.ts';
import type { Names } from '#lib/names.ts';
import { db } from '#lib/server/db.ts';
import type { WatchView } from '../following.ts';
import { watches } from './tables.ts';

/** The most threads listed: the newest followed ones. */
const most = 100;

interface Followed {
  spaces: { space: { id: string; slug: string; titles: Names }; watch: WatchView }[];
  threads: { thread: { id: string; title: string; lang: string; dir: Direction }; watch: WatchView }[];
}

/** What one follows, and the forums one belongs to: of those only that one may read. */
export async function listWatches(actor: Actor): Promise<Followed> {
  const { personId } = mustBeSignedIn(actor);
  const readable = await listSpaces(actor);
  const said = await db
    .select()
    .from(watches)
    .where(and(eq(watches.personId, personId), eq(watches.kind, 'space')));
  const levelOf = new Map(said.map(({ objectId, level }) => [objectId, level]));
  const rows = await db
    .select({ thread: threads, level: watches.level })
    .from(watches)
    .innerJoin(threads, eq(threads.id, watches.objectId))
    .where(
      and(
        eq(watches.personId, personId),
        eq(watches.kind, 'thread'),
        inArray(threads.spaceId, ['', ...readable.map(({ id }) => id)])
      )
    )
    .orderBy(desc(watches.createdAt))
    .limit(most);
  const belonging = new Map(readable.map(({ id, role }) => [id, role ? ('decisions' as const) : null]));
  return {
    spaces: readable
      .filter(({ id, role }) => role || levelOf.has(id))
      .map(({ id, slug, titles }) => ({
        space: { id, slug, titles },
        watch: {
          kind: 'space',
          id,
          chosen: levelOf.get(id) ?? null,
          inherited: belonging.get(id) ?? null
        }
      })),
    threads: rows.map(({ thread: { id, subject, lang, dir, spaceId }, level }) => ({
      thread: { id, title: subject, lang, dir },
      watch: {
        kind: 'thread',
        id,
        chosen: level,
        inherited: levelOf.get(spaceId) ?? belonging.get(spaceId) ?? null
      }
    }))
  };
}
