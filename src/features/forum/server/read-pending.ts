import { eq } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { db } from '#lib/server/db.ts';
import type { PendingView } from '../pending.ts';
import { findPending } from './find-pending.ts';
import { pendingView } from './pending-view.ts';
import { willBeSealed } from './record-actor.ts';
import { threads } from './tables.ts';

/** One waiting post, for whom it is of concern; not-found for everyone else. */
export async function readPending(actor: Actor, id: string): Promise<PendingView> {
  const found = await findPending(actor, id);
  const [thread] = found.row.threadId
    ? await db.select().from(threads).where(eq(threads.id, found.row.threadId))
    : [];
  return pendingView(found, thread ?? null, await willBeSealed(db, found.row));
}
