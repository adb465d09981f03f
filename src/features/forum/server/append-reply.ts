import type * as v from 'valibot';
import { appendAttachments } from '#features/files/server/append-attachments.ts';
import type { Act } from '#features/people/people.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Tx } from '#lib/server/db.ts';
import type { newReply } from '../inputs.ts';
import type { Clearance } from '../pending.ts';
import { appendExperience } from './append-experience.ts';
import { appendPost } from './append-post.ts';
import { bumpSpace, bumpThread, mustBeOpen } from './bump.ts';
import { noteAnswer } from './support/note-answer.ts';
import type { ExperienceRow, PostRow, ThreadRow } from './views.ts';

/** A reply as it was written: `announceReply` tells it after the commit. */
export interface AppendedReply {
  thread: ThreadRow;
  post: PostRow;
  spaceSeq: number;
  experience: ExperienceRow | null;
  /** The thread once more, when this reply answered a request for support. */
  answered: ThreadRow | null;
}

/**
 * Writes a reply at the end of an open thread, within the caller's transaction: one that is posted now, or one that
 * waited. Refuses conflict `thread-closed`, `replies-off`,
 * `not-a-call`, not-found.
 */
export async function appendReply(
  tx: Tx,
  act: Act,
  input: v.InferOutput<typeof newReply>,
  at: Date,
  cleared: Clearance | null = null,
  /** What else must hold, asked behind the bump: nothing of the thread changes between it and the post. */
  check: () => Promise<void> = async () => undefined
): Promise<AppendedReply> {
  const bumped = await bumpThread(tx, input.threadId);
  await mustBeOpen(tx, input.threadId);
  if (bumped.repliesOffAt) throw new Refusal('conflict', 'replies-off');
  await check();
  const spaceSeq = await bumpSpace(tx, bumped.spaceId);
  const to = { kind: 'post', id: input.id, isSealed: bumped.unattributedSince !== null } as const;
  const { thread, post } = await appendPost(tx, bumped, {
    ...input,
    act,
    at,
    cleared,
    attachments: await appendAttachments(tx, act.personId, input.attachments ?? [], to)
  });
  const experience = input.experience ? await appendExperience(tx, thread, post, input.experience) : null;
  // An event of its own needs a number of its own.
  const answered = (await noteAnswer(tx, thread, post)) ? await bumpThread(tx, thread.id) : null;
  return { thread, post, spaceSeq, experience, answered };
}
