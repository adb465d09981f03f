import { eq, isNotNull } from 'drizzle-orm';
import type * as v from 'valibot';
import type { Actor } from '#features/people/people.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { Refusal } from '#lib/refusal.ts';
import { atomic } from '#lib/server/db.ts';
import { events, type PostView } from '../forum.ts';
import type { postWithdrawal } from '../inputs.ts';
import { speaksFor } from '../own.ts';
import { announcePost } from './announce-change.ts';
import { dropPostDocument } from './append-post-document.ts';
import { bumpThread } from './bump.ts';
import { findPost } from './find-post.ts';
import { mayWithdraw } from './may.ts';
import { postWithdrawals, posts } from './tables.ts';
import { postView } from './views.ts';

/** Takes a post's text from the page and leaves a trace: who, when, why. Doing it again changes nothing. */
export async function withdrawPost(
  actor: Actor,
  input: v.InferOutput<typeof postWithdrawal>
): Promise<PostView> {
  const member = mustBeSignedIn(actor);
  const found = await findPost(actor, input);
  if (!mayWithdraw(actor, found.space, found.post)) throw new Refusal('not-allowed');
  const trace = {
    postId: input.id,
    personId: member.personId,
    personName: member.name,
    moderated: member.personId !== found.post.personId && !speaksFor(actor, found.post),
    reason: input.reason,
    category: null,
    createdAt: new Date()
  };
  const { thread, post, withdrawal } = await atomic(async (tx) => {
    const thread = await bumpThread(tx, input.threadId);
    // What was hidden and is now withdrawn by its author does not come back: the withdrawal takes the place.
    await tx
      .insert(postWithdrawals)
      .values(trace)
      .onConflictDoUpdate({
        target: postWithdrawals.postId,
        set: trace,
        setWhere: isNotNull(postWithdrawals.category)
      });
    const [withdrawal] = await tx.select().from(postWithdrawals).where(eq(postWithdrawals.postId, input.id));
    const [post] = await tx.update(posts).set({ seq: thread.seq }).where(eq(posts.id, input.id)).returning();
    await dropPostDocument(tx, thread, post);
    return { thread, post, withdrawal };
  });
  const view = postView(post, withdrawal);
  announcePost(events.replyChanged, thread, view);
  return view;
}
