import { and, eq, isNull } from 'drizzle-orm';
import type * as v from 'valibot';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import type { Actor, Member } from '#features/people/people.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { Refusal } from '#lib/refusal.ts';
import { atomic, type Tx } from '#lib/server/db.ts';
import type { acceptanceEnd } from '../inputs.ts';
import { purposeEvents } from '../purposes.ts';
import { announceMoved, announceThread } from './announce-change.ts';
import { bumpSpace, bumpThread } from './bump.ts';
import { findThread } from './find-thread.ts';
import { mayAccept } from './may.ts';
import { acceptances } from './purpose-tables.ts';
import { readState } from './read-state.ts';
import { threads } from './tables.ts';
import type { ThreadRow } from './views.ts';

/** Takes an acceptance back; that it was given, by whom and when, is kept. The question is open again. */
export async function unacceptAnswer(
  actor: Actor,
  { threadId }: v.InferOutput<typeof acceptanceEnd>
): Promise<void> {
  const member = mustBeSignedIn(actor);
  const { thread: asked, space } = await findThread(actor, threadId);
  if (!mayAccept(actor, space, asked)) throw new Refusal('not-allowed');
  const { thread, spaceSeq } = await atomic(async (tx) => {
    const bumped = await bumpThread(tx, threadId);
    const spaceSeq = await bumpSpace(tx, space.id);
    return { thread: (await endAcceptance(tx, bumped, member)) ?? bumped, spaceSeq };
  });
  const state = await readState(thread);
  announceThread(thread, state);
  announceMoved(thread, state.closed !== null, spaceSeq);
}

/** Ends the acceptance of a thread within a transaction; of one post with `postId`. The thread as it is then, or null. */
export async function endAcceptance(
  tx: Tx,
  thread: ThreadRow,
  { personId, name, country }: Pick<Member, 'personId' | 'name' | 'country'>,
  postId?: string
): Promise<ThreadRow | null> {
  if (thread.purpose !== 'question' || !thread.answeredAt) return null;
  const [ended] = await tx
    .update(acceptances)
    .set({ endedAt: new Date(), endedById: personId, endedByName: name })
    .where(
      and(
        eq(acceptances.threadId, thread.id),
        isNull(acceptances.endedAt),
        postId ? eq(acceptances.postId, postId) : undefined
      )
    )
    .returning();
  if (!ended) return null;
  const [open] = await tx
    .update(threads)
    .set({ answeredAt: null })
    .where(eq(threads.id, thread.id))
    .returning();
  await appendEntry(tx, {
    action: purposeEvents.answerUnaccepted,
    actor: thread.unattributedSince
      ? null
      : { personId, capacity: 'personal', organisationId: null, country },
    object: { kind: 'post', id: ended.postId },
    threadId: thread.id,
    spaceId: thread.spaceId,
    detail: { number: ended.number }
  });
  return open;
}
