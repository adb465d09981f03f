import { eq } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { Refusal } from '#lib/refusal.ts';
import { db, type Tx } from '#lib/server/db.ts';
import type { SpaceView } from '../spaces.ts';
import { spaceSeen, spacesSeen } from './spaces-seen.ts';
import { spaces } from './tables.ts';

/** A space by slug or id, as `actor` sees it. What they may not read is not found. */
export async function readSpace(
  actor: Actor,
  by: { slug: string } | { id: string },
  from: Tx = db
): Promise<SpaceView> {
  const space =
    'id' in by
      ? await spaceSeen(actor, from, by.id)
      : (await spacesSeen(actor, from, eq(spaces.slug, by.slug)))[0];
  if (!space) throw new Refusal('not-found');
  return space;
}
