import { and, eq } from 'drizzle-orm';
import type * as v from 'valibot';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import type { Actor } from '#features/people/people.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { Refusal } from '#lib/refusal.ts';
import { atomic, type Tx } from '#lib/server/db.ts';
import type { threadTagging } from '../inputs.ts';
import { purposeEvents } from '../purposes.ts';
import { announceMoved, announceThread } from './announce-change.ts';
import { appendPostDocument, dropPostDocument } from './append-post-document.ts';
import { bumpSpace, bumpThread } from './bump.ts';
import { findThread } from './find-thread.ts';
import { mayTag } from './may.ts';
import { threadTags } from './purpose-tables.ts';
import { readState } from './read-state.ts';
import { posts, postWithdrawals, threads } from './tables.ts';
import { tagsFrom } from './tags-from.ts';
import type { ThreadRow } from './views.ts';

/** Says anew what a thread is about: all its tags at once. Refuses not-allowed, invalid `too-many-tags`. */
export async function setTags(actor: Actor, input: v.InferOutput<typeof threadTagging>): Promise<void> {
  const { personId, country } = mustBeSignedIn(actor);
  const { threadId } = input;
  const { thread: found, space } = await findThread(actor, threadId);
  if (!mayTag(actor, space, found)) throw new Refusal('not-allowed');
  const tags = tagsFrom(input);
  const { thread, spaceSeq } = await atomic(async (tx) => {
    await bumpThread(tx, threadId);
    await tx.delete(threadTags).where(eq(threadTags.threadId, threadId));
    for (const tag of tags) await tx.insert(threadTags).values({ threadId, tag, spaceId: space.id });
    const [thread] = await tx.update(threads).set({ tags }).where(eq(threads.id, threadId)).returning();
    await indexAgain(tx, thread);
    const spaceSeq = await bumpSpace(tx, space.id);
    await appendEntry(tx, {
      action: purposeEvents.tagsChanged,
      actor: found.unattributedSince
        ? null
        : { personId, capacity: 'personal', organisationId: null, country },
      object: { kind: 'thread', id: threadId },
      threadId,
      spaceId: space.id,
      text: tags.join('\n'),
      detail: { count: tags.length }
    });
    return { thread, spaceSeq };
  });
  const state = await readState(thread);
  announceThread(thread, state);
  announceMoved(thread, state.closed !== null, spaceSeq);
}

/** A thread is found by its tags through its opening post; what is hidden or withdrawn stays out of the index. */
async function indexAgain(tx: Tx, thread: ThreadRow): Promise<void> {
  const [opening] = await tx
    .select({ post: posts, gone: postWithdrawals.postId })
    .from(posts)
    .leftJoin(postWithdrawals, eq(postWithdrawals.postId, posts.id))
    .where(and(eq(posts.threadId, thread.id), eq(posts.number, 1)));
  if (opening) await (opening.gone ? dropPostDocument : appendPostDocument)(tx, thread, opening.post);
}
