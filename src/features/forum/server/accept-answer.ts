import { and, eq, isNull } from 'drizzle-orm';
import type * as v from 'valibot';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import type { Actor } from '#features/people/people.ts';
import { mustBeSignedIn, readAct } from '#features/people/server/read-act.ts';
import { unattributed } from '#features/people/unattributed.ts';
import { newId } from '#lib/id.ts';
import { Refusal } from '#lib/refusal.ts';
import { announce } from '#lib/server/announce.ts';
import { atomic } from '#lib/server/db.ts';
import type { answerAcceptance } from '../inputs.ts';
import { purposeEvents } from '../purposes.ts';
import { announceMoved, announceThread } from './announce-change.ts';
import { bumpSpace, bumpThread } from './bump.ts';
import { findPost } from './find-post.ts';
import { mayAccept } from './may.ts';
import { acceptances } from './purpose-tables.ts';
import { readState } from './read-state.ts';
import { threads } from './tables.ts';

/**
 * Accepts a reply as the answer to a question; another one that was accepted is so no longer. Doing it again changes
 * nothing. Who acts for the asking organisation does it in its name, a moderator in their own.
 * Refuses not-found, not-allowed, conflict `not-a-question`, `post-withdrawn`.
 */
export async function acceptAnswer(
  actor: Actor,
  { threadId, postId }: v.InferOutput<typeof answerAcceptance>,
  { at }: { at?: Date } = {}
): Promise<void> {
  mustBeSignedIn(actor);
  const { thread: asked, space, post, withdrawn } = await findPost(actor, { threadId, id: postId });
  if (asked.purpose !== 'question' || post.number === 1) throw new Refusal('conflict', 'not-a-question');
  if (!mayAccept(actor, space, asked)) throw new Refusal('not-allowed');
  if (withdrawn) throw new Refusal('conflict', 'post-withdrawn');
  const asks = asked.organisationId ?? 'personal';
  const holds = actor.kind === 'member' && actor.capacities.some(({ value }) => value === asks);
  // Where nobody is named, who asked is not named by accepting either.
  const own = await readAct(actor, holds ? asks : 'personal');
  const act = asked.unattributedSince ? unattributed : own;
  const now = at ?? new Date();
  const { thread, spaceSeq } = await atomic(async (tx) => {
    await bumpThread(tx, threadId);
    const ended = { endedAt: now, endedById: act.personId, endedByName: act.personName };
    await tx
      .update(acceptances)
      .set(ended)
      .where(and(eq(acceptances.threadId, threadId), isNull(acceptances.endedAt)));
    await tx
      .insert(acceptances)
      .values({ ...act, id: newId(), threadId, postId, number: post.number, createdAt: now });
    const [thread] = await tx
      .update(threads)
      .set({ answeredAt: now })
      .where(eq(threads.id, threadId))
      .returning();
    const spaceSeq = await bumpSpace(tx, space.id);
    await appendEntry(tx, {
      action: purposeEvents.answerAccepted,
      actor: asked.unattributedSince ? null : act,
      object: { kind: 'post', id: postId },
      threadId,
      spaceId: space.id,
      detail: { number: post.number },
      at: now
    });
    return { thread, spaceSeq };
  });
  const state = await readState(thread);
  announceThread(thread, state);
  announceMoved(thread, state.closed !== null, spaceSeq);
  announce({
    name: purposeEvents.answerAccepted,
    rooms: [],
    payload: { threadId, spaceId: space.id, postId, number: post.number, authorId: post.personId, act }
  });
}
