import type * as v from 'valibot';
import type { Actor } from '#features/people/people.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { Refusal } from '#lib/refusal.ts';
import { atomic } from '#lib/server/db.ts';
import type { threadClosure } from '../inputs.ts';
import { announceClosing, appendClosing } from './append-closing.ts';
import { findThread } from './find-thread.ts';
import { isTheirThread, mayClose } from './may.ts';

/**
 * Closes one's own thread: it stays readable, nobody replies. Another's is closed by an act of moderation with its
 * reason (`lockThread`). Refuses not-found, not-allowed, conflict `thread-closed`.
 */
export async function closeThread(
  actor: Actor,
  { threadId, reason }: v.InferOutput<typeof threadClosure>
): Promise<void> {
  const member = mustBeSignedIn(actor);
  const { thread, space } = await findThread(actor, threadId);
  if (!mayClose(actor, space, thread) || !isTheirThread(actor, thread)) throw new Refusal('not-allowed');
  await announceClosing(await atomic((tx) => appendClosing(tx, member, { threadId, reason })), true);
}
