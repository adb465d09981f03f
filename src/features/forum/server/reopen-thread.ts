import { and, eq, isNull } from 'drizzle-orm';
import type * as v from 'valibot';
import type { Actor } from '#features/people/people.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { Refusal } from '#lib/refusal.ts';
import { atomic } from '#lib/server/db.ts';
import type { threadReopening } from '../inputs.ts';
import { announceMoved, announceThread } from './announce-change.ts';
import { bumpSpace, bumpThread } from './bump.ts';
import { findThread } from './find-thread.ts';
import { mayClose } from './may.ts';
import { threadClosures } from './tables.ts';

/** Opens a closed thread again; that it was closed, by whom and when, is kept. An open one stays as it is. */
export async function reopenThread(
  actor: Actor,
  { threadId }: v.InferOutput<typeof threadReopening>
): Promise<void> {
  const member = mustBeSignedIn(actor);
  const { space } = await findThread(actor, threadId);
  if (!mayClose(actor, space)) throw new Refusal('not-allowed');
  const { thread, spaceSeq } = await atomic(async (tx) => {
    const thread = await bumpThread(tx, threadId);
    await tx
      .update(threadClosures)
      .set({ reopenedAt: new Date(), reopenedBy: member.personId })
      .where(and(eq(threadClosures.threadId, threadId), isNull(threadClosures.reopenedAt)));
    return { thread, spaceSeq: await bumpSpace(tx, space.id) };
  });
  announceThread(thread, { postsCount: thread.postsCount, closed: null });
  announceMoved(thread, false, spaceSeq);
}
