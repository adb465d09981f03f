import { asc, eq } from 'drizzle-orm';
import type * as v from 'valibot';
import { inPerson } from '#features/audit/audit.ts';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import type { Actor } from '#features/people/people.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { newId } from '#lib/id.ts';
import { Refusal } from '#lib/refusal.ts';
import { atomic } from '#lib/server/db.ts';
import type { threadsMerge } from '../../inputs.ts';
import { movingEvents, movingLimits } from '../../moving.ts';
import { bumpSpace, bumpThread, mustBeOpen } from '../bump.ts';
import { experiences } from '../purpose-tables.ts';
import { posts, threadClosures, threads } from '../tables.ts';
import { endAcceptance } from '../unaccept-answer.ts';
import { appendMoved } from './append-moved.ts';
import { tellMoved } from './announce-moved.ts';
import { findSource, findTarget } from './find-target.ts';

/**
 * Puts all posts of a thread at the end of another; the emptied one is closed for good, and its address leads to where
 * its first post stands. For who moderates both. Refuses as movePosts, and conflict `merge-long` beyond 500 posts,
 * `merge-done` for one that was merged before.
 */
export async function mergeThreads(
  actor: Actor,
  { threadId, target: targetId }: v.InferOutput<typeof threadsMerge> & { threadId: string }
): Promise<{ threadId: string; number: number }> {
  const member = mustBeSignedIn(actor);
  const source = await findSource(actor, threadId);
  const target = await findTarget(actor, source, targetId);
  const at = new Date();
  const { moved, spaceSeqs, last } = await atomic(async (tx) => {
    for (const id of [threadId, target.thread.id].sort()) await bumpThread(tx, id);
    const bumped = await bumpThread(tx, threadId);
    await mustBeOpen(tx, target.thread.id);
    if (bumped.mergedInto) throw new Refusal('conflict', 'merge-done');
    const rows = await tx
      .select()
      .from(posts)
      .where(eq(posts.threadId, threadId))
      .orderBy(asc(posts.number))
      .limit(movingLimits.merged + 1);
    if (rows.length > movingLimits.merged) throw new Refusal('conflict', 'merge-long');
    const told = await tx
      .select({ id: experiences.postId })
      .from(experiences)
      .where(eq(experiences.threadId, threadId))
      .limit(1);
    if (told.length > 0 && target.thread.purpose !== 'call') throw new Refusal('conflict', 'move-experience');
    await endAcceptance(tx, bumped, member);
    const moved = await appendMoved(tx, member, bumped, target.thread.id, rows, at);
    await tx.insert(threadClosures).values({
      id: newId(),
      threadId,
      personId: member.personId,
      personName: member.name,
      reason: null,
      createdAt: at
    });
    await bumpThread(tx, threadId);
    const [last] = await tx
      .update(threads)
      .set({ movedAwayAt: at, mergedInto: target.thread.id })
      .where(eq(threads.id, threadId))
      .returning();
    const spaceSeqs = {
      source: await bumpSpace(tx, source.space.id),
      target: await bumpSpace(tx, target.space.id)
    };
    await appendEntry(tx, {
      action: movingEvents.merged,
      actor: inPerson(member),
      object: { kind: 'thread', id: threadId },
      threadId,
      spaceId: source.space.id,
      detail: { into: target.thread.id },
      at
    });
    return { moved, spaceSeqs, last };
  });
  await tellMoved(moved, spaceSeqs, last);
  return { threadId: moved.target.id, number: moved.traces[0].toNumber };
}
