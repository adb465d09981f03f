import { eq } from 'drizzle-orm';
import type * as v from 'valibot';
import type { Actor } from '#features/people/people.ts';
import { mustBeSignedIn, readAct } from '#features/people/server/read-act.ts';
import { Refusal } from '#lib/refusal.ts';
import { atomic, db, isUniqueViolation } from '#lib/server/db.ts';
import { limit } from '#lib/server/limits.ts';
import { limits, type PostView } from '../forum.ts';
import type { newReply } from '../inputs.ts';
import { isSealedBy } from './attribution/read-attribution.ts';
import { announceReply } from './announce-change.ts';
import { appendReply } from './append-reply.ts';
import { findThread } from './find-thread.ts';
import { mayReply } from './may.ts';
import { experiences } from './purpose-tables.ts';
import { postWithdrawals, posts } from './tables.ts';
import { postView } from './views.ts';

/**
 * Posts a reply once: the same id from the same person again is answered with the post that is there. `at` is for
 * what happened earlier (seed, tests); it also takes the post out of the writer's limit.
 * Refuses not-signed-in, not-found, not-allowed, too-many, or conflict: `thread-closed`, `replies-off`,
 * `id-taken`.
 */
export async function postReply(
  actor: Actor,
  input: v.InferOutput<typeof newReply>,
  { at }: { at?: Date } = {}
): Promise<PostView> {
  const member = mustBeSignedIn(actor);
  const { space } = await findThread(actor, input.threadId);
  const before = await postedBefore(member.personId, input);
  if (before) return before;
  if (!mayReply(actor, space)) throw new Refusal('not-allowed');
  const act = await readAct(actor, input.capacity);
  if (!at) await limit('reply', member.personId, limits.repliesPerMinute, 60);
  try {
    const appended = await atomic((tx) => appendReply(tx, act, input, at ?? new Date()));
    return await announceReply(appended);
  } catch (error) {
    // Sent twice at once: the other one came first, and this one is the same.
    const twin = isUniqueViolation(error) ? await postedBefore(member.personId, input) : null;
    if (twin) return twin;
    throw error;
  }
}

async function postedBefore(
  personId: string,
  { id, threadId }: { id: string; threadId: string }
): Promise<PostView | null> {
  const [row] = await db
    .select()
    .from(posts)
    .leftJoin(postWithdrawals, eq(postWithdrawals.postId, posts.id))
    .leftJoin(experiences, eq(experiences.postId, posts.id))
    .where(eq(posts.id, id));
  if (!row) return null;
  const theirs = row.posts.personId === personId || (await isSealedBy(personId, row.posts));
  if (!theirs || row.posts.threadId !== threadId) throw new Refusal('conflict', 'id-taken');
  return postView(row.posts, row.post_withdrawals, row.experiences);
}
