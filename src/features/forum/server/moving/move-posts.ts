import { and, asc, eq, inArray } from 'drizzle-orm';
import type * as v from 'valibot';
import type { Actor } from '#features/people/people.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { Refusal } from '#lib/refusal.ts';
import { atomic, type Tx } from '#lib/server/db.ts';
import type { postsMove } from '../../inputs.ts';
import { bumpSpace, bumpThread, mustBeOpen } from '../bump.ts';
import { experiences } from '../purpose-tables.ts';
import { posts, threads } from '../tables.ts';
import { endAcceptance } from '../unaccept-answer.ts';
import type { PostRow, ThreadRow } from '../views.ts';
import { appendMoved } from './append-moved.ts';
import { appendSplit } from './append-split.ts';
import { findSource, findTarget } from './find-target.ts';
import { tellMoved } from './announce-moved.ts';

/**
 * Moves posts to the end of another thread, or into one of their own under `title`. Their addresses in the old thread
 * lead to the new place. For who moderates both. Refuses not-found, not-allowed, conflict: `move-opening` (it is its
 * thread: merge that), `move-experience` (only a call takes one), `thread-closed`, and what findTarget refuses.
 */
export async function movePosts(
  actor: Actor,
  { threadId, postIds, target: targetId, title }: v.InferOutput<typeof postsMove> & { threadId: string }
): Promise<{ threadId: string; number: number }> {
  const member = mustBeSignedIn(actor);
  const source = await findSource(actor, threadId);
  const found = targetId ? await findTarget(actor, source, targetId) : null;
  const at = new Date();
  const { moved, spaceSeqs, last } = await atomic(async (tx) => {
    // Both in the order of their ids: two moves the opposite ways do not wait for each other.
    for (const id of [threadId, ...(found ? [found.thread.id] : [])].sort()) await bumpThread(tx, id);
    const bumped = await bumpThread(tx, threadId);
    if (found) await mustBeOpen(tx, found.thread.id);
    const rows = await chosen(tx, threadId, postIds, found?.thread ?? null);
    const target = found?.thread ?? (await appendSplit(tx, bumped, rows[0], title!, at));
    const moved = await appendMoved(tx, member, bumped, target.id, rows, at);
    await tx.update(threads).set({ movedAwayAt: at }).where(eq(threads.id, threadId));
    const open = await reopenQuestion(tx, moved.source, member, rows);
    const spaceSeqs = {
      source: await bumpSpace(tx, bumped.spaceId),
      target: await bumpSpace(tx, target.spaceId)
    };
    return { moved, spaceSeqs, last: open ?? moved.source };
  });
  await tellMoved(moved, spaceSeqs, last);
  return { threadId: moved.target.id, number: moved.traces[0].toNumber };
}

async function chosen(tx: Tx, threadId: string, ids: string[], target: ThreadRow | null): Promise<PostRow[]> {
  const rows = await tx
    .select()
    .from(posts)
    .where(and(eq(posts.threadId, threadId), inArray(posts.id, ids)))
    .orderBy(asc(posts.number));
  if (rows.length === 0 || rows.length !== new Set(ids).size) throw new Refusal('not-found');
  if (rows[0].number === 1) throw new Refusal('conflict', 'move-opening');
  if (target?.purpose !== 'call') {
    const told = await tx
      .select({ id: experiences.postId })
      .from(experiences)
      .where(inArray(experiences.postId, ids))
      .limit(1);
    if (told.length > 0) throw new Refusal('conflict', 'move-experience');
  }
  return rows;
}

/** A question whose answer went elsewhere is open again. */
async function reopenQuestion(
  tx: Tx,
  thread: ThreadRow,
  member: Parameters<typeof endAcceptance>[2],
  rows: PostRow[]
): Promise<ThreadRow | null> {
  for (const { id } of rows)
    if (await endAcceptance(tx, thread, member, id)) return bumpThread(tx, thread.id);
  return null;
}
