import { eq } from 'drizzle-orm';
import type * as v from 'valibot';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import { appendLinkUse } from '#features/clearance/server/append-link-use.ts';
import type { Actor } from '#features/people/people.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { Refusal } from '#lib/refusal.ts';
import { announce } from '#lib/server/announce.ts';
import { atomic } from '#lib/server/db.ts';
import type { pendingRecall } from '../inputs.ts';
import { pendingEvents, type PendingEvent } from '../pending.ts';
import { eventOf } from './append-pending.ts';
import { decider } from './decision-entry.ts';
import { actorOf } from './record-actor.ts';
import { findPending } from './find-pending.ts';
import { pendingPosts } from './pending-tables.ts';

/** Takes back a text that waits or was returned: nothing of it stays. Refuses conflict `already-decided`: it is out. */
export async function recallPost(actor: Actor, { id }: v.InferOutput<typeof pendingRecall>): Promise<void> {
  const member = mustBeSignedIn(actor);
  const { row, may } = await findPending(actor, id);
  if (!may.change) throw new Refusal('not-allowed');
  await atomic(async (tx) => {
    const gone = await tx
      .delete(pendingPosts)
      .where(eq(pendingPosts.id, id))
      .returning({ id: pendingPosts.id });
    if (gone.length === 0) throw new Refusal('conflict', 'already-decided');
    await appendLinkUse(tx, id);
    await appendEntry(tx, {
      action: pendingEvents.recalled,
      actor: await actorOf(tx, row, decider(member, row)),
      object: { kind: 'pending', id }
    });
  });
  announce<PendingEvent>({ name: pendingEvents.recalled, rooms: [], payload: eventOf(row, member.personId) });
}
