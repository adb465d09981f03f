import { and, eq, or } from 'drizzle-orm';
import { threads } from '#features/forum/server/tables.ts';
import type { Actor } from '#features/people/people.ts';
import { readSpace } from '#features/spaces/server/read-space.ts';
import type { SpaceView } from '#features/spaces/spaces.ts';
import { isId } from '#lib/id.ts';
import { Refusal } from '#lib/refusal.ts';
import { db } from '#lib/server/db.ts';
import type { Watched, WatchView } from '../following.ts';
import { watches } from './tables.ts';

/** The forum of what someone wants to follow, for whoever may read it; for everyone else there is nothing to follow. */
export async function findWatched(actor: Actor, kind: Watched, id: string): Promise<SpaceView> {
  if (!isId(id)) throw new Refusal('not-found');
  if (kind === 'space') return readSpace(actor, { id });
  const [thread] = await db.select({ spaceId: threads.spaceId }).from(threads).where(eq(threads.id, id));
  if (!thread) throw new Refusal('not-found');
  return readSpace(actor, { id: thread.spaceId });
}

/** How one follows a thread or a forum; null for guests. `space`: the forum, which the page has read already. */
export async function readWatch(
  actor: Actor,
  kind: Watched,
  id: string,
  space: Pick<SpaceView, 'id'> & { role?: SpaceView['role'] }
): Promise<WatchView | null> {
  if (actor.kind !== 'member') return null;
  const rows = await db
    .select()
    .from(watches)
    .where(
      and(
        eq(watches.personId, actor.personId),
        or(
          and(eq(watches.kind, kind), eq(watches.objectId, id)),
          and(eq(watches.kind, 'space'), eq(watches.objectId, space.id))
        )
      )
    );
  const of = (which: Watched) => rows.find((row) => row.kind === which)?.level ?? null;
  const belonging = space.role ? ('decisions' as const) : null;
  return {
    kind,
    id,
    chosen: of(kind),
    inherited: kind === 'thread' ? (of('space') ?? belonging) : belonging
  };
}
