import { and, eq, isNotNull } from 'drizzle-orm';
import { inPerson } from '#features/audit/audit.ts';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import { appendLinks } from '#features/links/server/append-links.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Tx } from '#lib/server/db.ts';
import { facts, threadRoomName, type PostEvent } from '../forum.ts';
import { appendPostDocument, dropPostDocument } from './append-post-document.ts';
import { bumpThread } from './bump.ts';
import { experiences } from './purpose-tables.ts';
import { posts, postWithdrawals } from './tables.ts';
import { postView } from './views.ts';

/** Who hides it and why: a code of the closed list, shown to readers; the words are for those whom the act concerns. */
export interface Hiding {
  personId: string;
  personName: string;
  category: string;
  at: Date;
}

/**
 * Hides a post's text within the caller's transaction, and returns what the thread's room is to hear after it
 * (`reply.changed`). Refuses conflict `post-withdrawn`, `post-hidden`: nothing is hidden twice.
 */
export async function appendHiding(
  tx: Tx,
  { threadId, postId }: { threadId: string; postId: string },
  { at, ...hiding }: Hiding
): Promise<PostEvent> {
  const event = await changed(tx, threadId, postId, true);
  const [before] = await tx.select().from(postWithdrawals).where(eq(postWithdrawals.postId, postId));
  if (before) throw new Refusal('conflict', before.category ? 'post-hidden' : 'post-withdrawn');
  const trace = { ...hiding, postId, moderated: true, reason: null, createdAt: at };
  await tx.insert(postWithdrawals).values(trace);
  await appendEntry(tx, fact(facts.hidden, event(trace), trace.personId, at));
  return event(trace);
}

/** Shows a hidden post again. Refuses conflict `post-not-hidden`: what its author withdrew does not come back. */
export async function appendShowing(
  tx: Tx,
  { threadId, postId, personId }: { threadId: string; postId: string; personId: string }
): Promise<PostEvent> {
  const event = await changed(tx, threadId, postId, false);
  const shown = await tx
    .delete(postWithdrawals)
    .where(and(eq(postWithdrawals.postId, postId), isNotNull(postWithdrawals.category)))
    .returning();
  if (shown.length === 0) throw new Refusal('conflict', 'post-not-hidden');
  await appendEntry(tx, fact(facts.shown, event(null), personId, new Date()));
  return event(null);
}

/** The post's own entry; why, and by which role, is the moderation act's. */
const fact = (action: string, { post, threadId, spaceId }: PostEvent, personId: string, at: Date) => ({
  action,
  actor: inPerson({ personId, country: null }),
  object: { kind: 'post', id: post.id },
  threadId,
  spaceId,
  detail: { number: post.number },
  at
});

async function changed(tx: Tx, threadId: string, postId: string, hidden: boolean) {
  const thread = await bumpThread(tx, threadId);
  const [post] = await tx
    .update(posts)
    .set({ seq: thread.seq })
    .where(and(eq(posts.id, postId), eq(posts.threadId, threadId)))
    .returning();
  if (!post) throw new Refusal('not-found');
  // What it points at points nowhere while it is hidden: nobody is shown a way from a text that they may not read.
  const source = { kind: 'post', id: postId, threadId, spaceId: thread.spaceId } as const;
  await appendLinks(tx, source, hidden ? '' : post.body, false);
  if (hidden) await dropPostDocument(tx, thread, post);
  else await appendPostDocument(tx, thread, post);
  const [experience] =
    thread.purpose === 'call'
      ? await tx.select().from(experiences).where(eq(experiences.postId, postId))
      : [];
  return (trace: Parameters<typeof postView>[1]): PostEvent => ({
    room: threadRoomName(threadId),
    seq: thread.seq,
    threadId,
    spaceId: thread.spaceId,
    post: postView(post, trace, experience)
  });
}
