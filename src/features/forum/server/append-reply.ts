import type * as v from 'valibot';
import type { Act } from '#features/people/people.ts';
import type { Tx } from '#lib/server/db.ts';
import type { newReply } from '../inputs.ts';
import type { Clearance } from '../pending.ts';
import { appendPost } from './append-post.ts';
import { bumpSpace, bumpThread, mustBeOpen } from './bump.ts';
import type { PostRow, ThreadRow } from './views.ts';

/**
 * Writes a reply at the end of an open thread, within the caller's transaction: one that is posted now, or one that
 * waited. Refuses conflict `thread-closed`, not-found.
 */
export async function appendReply(
  tx: Tx,
  act: Act,
  input: v.InferOutput<typeof newReply>,
  at: Date,
  cleared: Clearance | null = null
): Promise<{ thread: ThreadRow; post: PostRow; spaceSeq: number }> {
  const bumped = await bumpThread(tx, input.threadId);
  await mustBeOpen(tx, input.threadId);
  const spaceSeq = await bumpSpace(tx, bumped.spaceId);
  return { ...(await appendPost(tx, bumped, { ...input, act, at, cleared })), spaceSeq };
}
