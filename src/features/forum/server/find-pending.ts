import { eq } from 'drizzle-orm';
import { listClearedFor } from '#features/clearance/server/list-focal-points.ts';
import type { Actor } from '#features/people/people.ts';
import { readSpace } from '#features/spaces/server/read-space.ts';
import type { SpaceView } from '#features/spaces/spaces.ts';
import { isId } from '#lib/id.ts';
import { Refusal } from '#lib/refusal.ts';
import { db } from '#lib/server/db.ts';
import type { PendingRow } from './append-pending.ts';
import { mayChangePending, mayDecidePending } from './may.ts';
import { pendingPosts } from './pending-tables.ts';

export interface FoundPending {
  row: PendingRow;
  /** null: not open to the reader. */
  space: SpaceView | null;
  may: { decide: boolean; change: boolean };
}

/** A waiting post, for its author, who speaks for its organisation and who decides; for everyone else there is none. */
export async function findPending(actor: Actor, id: string): Promise<FoundPending> {
  if (!isId(id) || actor.kind !== 'member') throw new Refusal('not-found');
  const [row] = await db.select().from(pendingPosts).where(eq(pendingPosts.id, id));
  if (!row) throw new Refusal('not-found');
  const space = await readSpace(actor, { id: row.spaceId }).catch(() => null);
  const clearedFor = row.reason === 'clearance' ? await listClearedFor(actor.personId) : [];
  const may = {
    decide: mayDecidePending(actor, row, space, clearedFor),
    change: mayChangePending(actor, row)
  };
  if (!may.decide && !may.change) throw new Refusal('not-found');
  return { row, space, may };
}
