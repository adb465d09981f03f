import { and, eq, isNull } from 'drizzle-orm';
import type * as v from 'valibot';
import type { Actor } from '#features/people/people.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { mayModerate } from '#features/spaces/server/may.ts';
import { Refusal } from '#lib/refusal.ts';
import { atomic } from '#lib/server/db.ts';
import type { threadReopening } from '../inputs.ts';
import { announceClosing, appendReopening } from './append-closing.ts';
import { bumpThread } from './bump.ts';
import { findThread } from './find-thread.ts';
import { mayClose } from './may.ts';
import { threadClosures } from './tables.ts';

/** Opens a closed thread again; that it was closed, by whom and when, is kept. An open one stays as it is. */
export async function reopenThread(
  actor: Actor,
  { threadId }: v.InferOutput<typeof threadReopening>
): Promise<void> {
  const member = mustBeSignedIn(actor);
  const { thread: found, space } = await findThread(actor, threadId);
  if (!mayClose(actor, space, found)) throw new Refusal('not-allowed');
  const reopened = await atomic(async (tx) => {
    await bumpThread(tx, threadId);
    const [closure] = await tx
      .select({ personId: threadClosures.personId })
      .from(threadClosures)
      .where(and(eq(threadClosures.threadId, threadId), isNull(threadClosures.reopenedAt)));
    // Who asked opens again what they closed themselves, not what a moderator closed.
    if (closure && closure.personId !== member.personId && !mayModerate(actor, space))
      throw new Refusal('not-allowed');
    return appendReopening(tx, member, threadId);
  });
  if (reopened) await announceClosing(reopened, false);
}
