import { and, between, eq, isNull } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { actOf } from '#features/people/server/act-columns.ts';
import { db } from '#lib/server/db.ts';
import { limits, type ThreadView } from '../forum.ts';
import { findThread } from './find-thread.ts';
import { mayClose, mayReply } from './may.ts';
import { postWithdrawals, posts, readingPositions, threadClosures } from './tables.ts';
import { closureView, postView } from './views.ts';

/**
 * A thread as its page shows it: the hundred posts around `at` (a post's number), else around the first one that the
 * reader has not read. Five queries whatever the length; four for a guest.
 */
export async function readThread(actor: Actor, id: string, at: number | null = null): Promise<ThreadView> {
  const { thread, space } = await findThread(actor, id);
  const [closure] = await db
    .select()
    .from(threadClosures)
    .where(and(eq(threadClosures.threadId, id), isNull(threadClosures.reopenedAt)));
  const read = await readPosition(actor, id);
  const wanted = Math.min(Math.max(at ?? (read?.number ?? 0) + 1, 1), Math.max(thread.postsCount, 1));
  const from = Math.floor((wanted - 1) / limits.window) * limits.window + 1;
  const rows = await db
    .select()
    .from(posts)
    .leftJoin(postWithdrawals, eq(postWithdrawals.postId, posts.id))
    .where(and(eq(posts.threadId, id), between(posts.number, from, from + limits.window - 1)))
    .orderBy(posts.number);
  return {
    id,
    title: thread.subject,
    lang: thread.lang,
    dir: thread.dir,
    act: actOf(thread),
    space: {
      id: space.id,
      slug: space.slug,
      titles: space.titles,
      visibility: space.visibility,
      leadOrganisation: space.leadOrganisation
    },
    seq: thread.seq,
    postsCount: thread.postsCount,
    closed: closureView(closure ?? null),
    from,
    posts: rows.map((row) => postView(row.posts, row.post_withdrawals)),
    read: read && { number: read.number, at: read.readAt.toISOString() },
    may: { reply: mayReply(actor, space), moderate: mayClose(actor, space) }
  };
}

async function readPosition(actor: Actor, threadId: string) {
  if (actor.kind !== 'member') return null;
  const [position] = await db
    .select({ number: readingPositions.number, readAt: readingPositions.readAt })
    .from(readingPositions)
    .where(and(eq(readingPositions.personId, actor.personId), eq(readingPositions.threadId, threadId)));
  return position ?? null;
}
