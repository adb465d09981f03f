import { eq, isNotNull } from 'drizzle-orm';
import type * as v from 'valibot';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import { appendLinks } from '#features/links/server/append-links.ts';
import type { Actor } from '#features/people/people.ts';
import { isUnattributed, unattributed } from '#features/people/unattributed.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { Refusal } from '#lib/refusal.ts';
import { atomic } from '#lib/server/db.ts';
import { events, facts, type PostView } from '../forum.ts';
import type { postWithdrawal } from '../inputs.ts';
import { byHand } from '../own.ts';
import { announceMoved, announcePost, announceThread } from './announce-change.ts';
import { dropPostDocument } from './append-post-document.ts';
import { seal } from './attribution/seal.ts';
import { bumpSpace, bumpThread } from './bump.ts';
import { findPost } from './find-post.ts';
import { mayWithdraw } from './may.ts';
import { readState } from './read-state.ts';
import { postWithdrawals, posts } from './tables.ts';
import { endAcceptance } from './unaccept-answer.ts';
import { postView } from './views.ts';

/**
 * Takes one's own post from the page and leaves a trace: who, when, why. Doing it again changes nothing. Refuses
 * not-found, not-allowed: of another's, who moderates hides the text by an act (`hidePost`).
 */
export async function withdrawPost(
  actor: Actor,
  input: v.InferOutput<typeof postWithdrawal>
): Promise<PostView> {
  const member = mustBeSignedIn(actor);
  const found = await findPost(actor, input);
  if (!mayWithdraw(actor, found.author)) throw new Refusal('not-allowed');
  const sealed = isUnattributed(found.post);
  const trace = {
    postId: input.id,
    ...(sealed
      ? { personId: unattributed.personId, personName: unattributed.personName }
      : { personId: member.personId, personName: member.name }),
    moderated: false,
    reason: input.reason,
    category: null,
    createdAt: new Date()
  };
  const { thread, post, withdrawal, open } = await atomic(async (tx) => {
    const thread = await bumpThread(tx, input.threadId);
    // What was hidden and is now withdrawn by its author does not come back: the withdrawal takes the place.
    const [isNew] = await tx
      .insert(postWithdrawals)
      .values(trace)
      .onConflictDoUpdate({
        target: postWithdrawals.postId,
        set: trace,
        setWhere: isNotNull(postWithdrawals.category)
      })
      .returning({ id: postWithdrawals.postId });
    const [withdrawal] = await tx.select().from(postWithdrawals).where(eq(postWithdrawals.postId, input.id));
    const [post] = await tx.update(posts).set({ seq: thread.seq }).where(eq(posts.id, input.id)).returning();
    if (sealed) {
      const act = { ...found.author, personId: member.personId, personName: member.name };
      await seal(tx, {
        threadId: post.threadId,
        postId: post.id,
        deed: 'withdrawn',
        act,
        at: trace.createdAt
      });
    }
    await dropPostDocument(tx, thread, post);
    // What is no longer said points at nothing, and answers nothing.
    const where = { threadId: post.threadId, spaceId: post.spaceId };
    await appendLinks(tx, { kind: 'post', id: post.id, ...where }, '', false);
    const ended = await endAcceptance(tx, thread, member, post.id);
    const open = ended && {
      thread: await bumpThread(tx, thread.id),
      seq: await bumpSpace(tx, thread.spaceId)
    };
    if (isNew)
      await appendEntry(tx, {
        action: facts.withdrawn,
        actor: byHand(member, post),
        object: { kind: 'post', id: post.id },
        threadId: thread.id,
        spaceId: thread.spaceId,
        detail: { number: post.number, moderated: false },
        at: trace.createdAt
      });
    return { thread, post, withdrawal, open };
  });
  const view = postView(post, withdrawal);
  announcePost(events.replyChanged, thread, view);
  if (open) {
    const state = await readState(open.thread);
    announceThread(open.thread, state);
    announceMoved(open.thread, state.closed !== null, open.seq);
  }
  return view;
}
