import { and, between, eq } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { actOf } from '#features/people/server/act-columns.ts';
import { mayModerate } from '#features/spaces/server/may.ts';
import { db } from '#lib/server/db.ts';
import { limits, type ThreadView } from '../forum.ts';
import { readOwnSealed } from './attribution/read-attribution.ts';
import { findThread } from './find-thread.ts';
import { isTheirThread, mayAccept, mayClose, mayReply, mayTag } from './may.ts';
import { experiences } from './purpose-tables.ts';
import { readMoves } from './moving/read-moves.ts';
import { readState } from './read-state.ts';
import { postWithdrawals, posts, readingPositions } from './tables.ts';
import { postView } from './views.ts';

/**
 * A thread as its page shows it: the hundred posts around `at` (a post's number), else around the first one that the
 * reader has not read. Five queries whatever the length, four for a guest; up to two more where the
 * thread's purpose has something to say.
 */
export async function readThread(actor: Actor, id: string, at: number | null = null): Promise<ThreadView> {
  const { thread, space } = await findThread(actor, id);
  const state = await readState(thread);
  const read = await readPosition(actor, id);
  const wanted = Math.min(Math.max(at ?? (read?.number ?? 0) + 1, 1), Math.max(thread.postsCount, 1));
  const from = Math.floor((wanted - 1) / limits.window) * limits.window + 1;
  const rows = await db
    .select()
    .from(posts)
    .leftJoin(postWithdrawals, eq(postWithdrawals.postId, posts.id))
    .leftJoin(experiences, eq(experiences.postId, posts.id))
    .where(and(eq(posts.threadId, id), between(posts.number, from, from + limits.window - 1)))
    .orderBy(posts.number);
  return {
    id,
    title: thread.subject,
    lang: thread.lang,
    dir: thread.dir,
    purpose: thread.purpose,
    act: actOf(thread),
    space: {
      id: space.id,
      slug: space.slug,
      titles: space.titles,
      visibility: space.visibility,
      leadOrganisation: space.leadOrganisation
    },
    seq: thread.seq,
    ...state,
    from,
    moves: thread.movedAwayAt ? await readMoves(id, from, from + limits.window - 1) : [],
    mergedInto: thread.mergedInto,
    posts: rows.map((row) => postView(row.posts, row.post_withdrawals, row.experiences)),
    own: await readOwnSealed(
      actor,
      rows.map((row) => row.posts)
    ),
    read: read && { number: read.number, at: read.readAt.toISOString() },
    may: {
      reply: mayReply(actor, space),
      moderate: mayModerate(actor, space),
      close: mayClose(actor, space, thread),
      lock: mayModerate(actor, space) && !isTheirThread(actor, thread),
      accept: mayAccept(actor, space, thread),
      tag: mayTag(actor, space, thread)
    }
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
