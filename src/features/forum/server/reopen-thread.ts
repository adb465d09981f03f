import { and, eq, isNull } from 'drizzle-orm';
import type * as v from 'valibot';
import { inPerson } from '#features/audit/audit.ts';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import type { Actor } from '#features/people/people.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { mayModerate } from '#features/spaces/server/may.ts';
import { Refusal } from '#lib/refusal.ts';
import { atomic } from '#lib/server/db.ts';
import { facts } from '../forum.ts';
import type { threadReopening } from '../inputs.ts';
import { announceMoved, announceThread } from './announce-change.ts';
import { bumpSpace, bumpThread } from './bump.ts';
import { findThread } from './find-thread.ts';
import { mayClose } from './may.ts';
import { readState } from './read-state.ts';
import { threadClosures } from './tables.ts';

/** Opens a closed thread again; that it was closed, by whom and when, is kept. An open one stays as it is. */
export async function reopenThread(
  actor: Actor,
  { threadId }: v.InferOutput<typeof threadReopening>
): Promise<void> {
  const member = mustBeSignedIn(actor);
  const { thread: found, space } = await findThread(actor, threadId);
  if (!mayClose(actor, space, found)) throw new Refusal('not-allowed');
  const { thread, spaceSeq } = await atomic(async (tx) => {
    const thread = await bumpThread(tx, threadId);
    const [closure] = await tx
      .select({ personId: threadClosures.personId })
      .from(threadClosures)
      .where(and(eq(threadClosures.threadId, threadId), isNull(threadClosures.reopenedAt)));
    // Who asked opens again what they closed themselves, not what a moderator closed.
    if (closure && closure.personId !== member.personId && !mayModerate(actor, space))
      throw new Refusal('not-allowed');
    const reopened = await tx
      .update(threadClosures)
      .set({ reopenedAt: new Date(), reopenedBy: member.personId })
      .where(and(eq(threadClosures.threadId, threadId), isNull(threadClosures.reopenedAt)))
      .returning({ id: threadClosures.id });
    const spaceSeq = await bumpSpace(tx, space.id);
    if (reopened.length > 0)
      await appendEntry(tx, {
        action: facts.reopened,
        actor: inPerson(member),
        object: { kind: 'thread', id: threadId },
        threadId,
        spaceId: space.id
      });
    return { thread, spaceSeq };
  });
  announceThread(thread, await readState(thread));
  announceMoved(thread, false, spaceSeq);
}
