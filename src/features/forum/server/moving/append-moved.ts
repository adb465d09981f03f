import { and, eq, inArray, sql } from 'drizzle-orm';
import { inPerson } from '#features/audit/audit.ts';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import { links } from '#features/links/server/tables.ts';
import type { Member } from '#features/people/people.ts';
import { dropDocument } from '#features/search/server/append-document.ts';
import type { Tx } from '#lib/server/db.ts';
import { movingEvents, type MoveTrace } from '../../moving.ts';
import { appendPostDocument } from '../append-post-document.ts';
import { bumpThread } from '../bump.ts';
import { postMoves } from '../moving-tables.ts';
import { experiences } from '../purpose-tables.ts';
import { posts, postWithdrawals, threads } from '../tables.ts';
import type { PostRow, ThreadRow } from '../views.ts';
import { traceOf } from './read-moves.ts';

/** What an announcement needs after the commit. */
export interface Moved {
  source: ThreadRow;
  target: ThreadRow;
  traces: MoveTrace[];
  /** The ids of the posts with the sequence of the target at which each came in. */
  came: { id: string; thread: ThreadRow }[];
}

/**
 * Puts posts at the end of another thread in their order, within the caller's transaction, and a trace where each was.
 * They keep their ids, authors, times, texts, files and history; they get new numbers. `source` was just bumped.
 */
export async function appendMoved(
  tx: Tx,
  member: Member,
  source: ThreadRow,
  targetId: string,
  rows: PostRow[],
  at: Date
): Promise<Moved> {
  const traces: MoveTrace[] = [];
  const came: Moved['came'] = [];
  const newNumbers = new Map<string, number>();
  const withdrawn = await withdrawnOf(tx, rows);
  let target!: ThreadRow;
  for (const old of rows) {
    const bumped = await bumpThread(tx, targetId);
    [target] = await tx
      .update(threads)
      .set({
        postsCount: sql`${threads.postsCount} + 1`,
        ...(old.createdAt > bumped.lastPostAt ? { lastPostAt: old.createdAt } : {})
      })
      .where(eq(threads.id, targetId))
      .returning();
    newNumbers.set(old.id, target.postsCount);
    // A quote leads to what it quotes where both went; else the way is the old one, which leads on by its trace.
    const quotedNumber = old.quotedPostId ? (newNumbers.get(old.quotedPostId) ?? null) : null;
    const [post] = await tx
      .update(posts)
      .set({
        threadId: targetId,
        spaceId: target.spaceId,
        number: target.postsCount,
        seq: target.seq,
        quotedNumber,
        movedFromThread: source.id,
        movedFromNumber: old.number
      })
      .where(eq(posts.id, old.id))
      .returning();
    const [move] = await tx
      .insert(postMoves)
      .values({
        threadId: source.id,
        number: old.number,
        seq: source.seq,
        postId: old.id,
        toThreadId: targetId,
        toNumber: post.number,
        movedBy: member.personId,
        movedByName: member.name,
        createdAt: at
      })
      .returning();
    traces.push(traceOf(move));
    came.push({ id: post.id, thread: target });
    await follow(tx, old, post, target, withdrawn.has(post.id));
    await appendEntry(tx, {
      action: movingEvents.into,
      actor: inPerson(member),
      object: { kind: 'post', id: post.id },
      threadId: targetId,
      spaceId: target.spaceId,
      detail: { number: post.number, fromThread: source.id, fromNumber: old.number },
      at
    });
  }
  return { source, target, traces, came };
}

/** What is kept beside a post goes with it: what it points at, how it is found, the row of a table that it filled. */
async function follow(
  tx: Tx,
  old: PostRow,
  post: PostRow,
  thread: ThreadRow,
  hidden: boolean
): Promise<void> {
  await tx
    .update(links)
    .set({ threadId: post.threadId, spaceId: post.spaceId })
    .where(and(eq(links.fromKind, 'post'), eq(links.fromId, post.id)));
  await tx
    .update(experiences)
    .set({ threadId: post.threadId, number: post.number })
    .where(eq(experiences.postId, post.id));
  // The opening post is found as its thread, in the old place and in the new one.
  if (old.number === 1) await dropDocument(tx, 'thread', old.threadId);
  else if (post.number === 1) await dropDocument(tx, 'post', post.id);
  if (!hidden) await appendPostDocument(tx, thread, post);
}

async function withdrawnOf(tx: Tx, rows: PostRow[]): Promise<Set<string>> {
  const found = await tx
    .select({ id: postWithdrawals.postId })
    .from(postWithdrawals)
    .where(
      inArray(
        postWithdrawals.postId,
        rows.map(({ id }) => id)
      )
    );
  return new Set(found.map(({ id }) => id));
}
