import type * as v from 'valibot';
import { appendAttachments } from '#features/files/server/append-attachments.ts';
import type { Act } from '#features/people/people.ts';
import { unattributed } from '#features/people/unattributed.ts';
import { dirOf, langOf } from '#lib/dir.ts';
import { newId } from '#lib/id.ts';
import type { Tx } from '#lib/server/db.ts';
import type { newThread } from '../inputs.ts';
import type { Clearance } from '../pending.ts';
import { appendRule } from './attribution/append-rule.ts';
import { readSpaceRule } from './attribution/read-attribution.ts';
import { appendPost, saidBy } from './append-post.ts';
import { bumpSpace } from './bump.ts';
import { appendPurpose, purposeColumns } from './purpose-of-thread.ts';
import { threads } from './tables.ts';
import type { PostRow, ThreadRow } from './views.ts';

/** A thread as it was written: `announceThreadStarted` tells it after the commit. */
export interface AppendedThread {
  thread: ThreadRow;
  post: PostRow;
  spaceSeq: number;
}

/** Writes a thread with its opening post, within the caller's transaction: one that starts now, or one that waited. */
export async function appendThread(
  tx: Tx,
  act: Act,
  input: v.InferOutput<typeof newThread>,
  createdAt: Date,
  cleared: Clearance | null = null
): Promise<AppendedThread> {
  const spaceSeq = await bumpSpace(tx, input.spaceId);
  const rule = await readSpaceRule(tx, input.spaceId, input.purpose ?? 'discussion');
  const id = newId();
  const [row] = await tx
    .insert(threads)
    .values({
      ...(rule ? unattributed : act),
      ...purposeColumns(input, createdAt),
      id,
      unattributedSince: rule ? createdAt : null,
      spaceId: input.spaceId,
      subject: input.title,
      lang: input.lang ?? langOf(`${input.title}\n${input.body}`, 'en'),
      langSaid: input.lang ? saidBy(rule ? unattributed : act, createdAt) : null,
      dir: dirOf(input.title),
      seq: 1,
      postsCount: 0,
      lastPostAt: createdAt,
      createdAt
    })
    .returning();
  if (rule) await appendRule(tx, { ...rule, threadId: id, startedAt: createdAt });
  const { postId, body, lang } = input;
  const attachments = await appendAttachments(tx, act.personId, input.attachments ?? [], {
    kind: 'post',
    id: postId,
    isSealed: rule !== null
  });
  const opening = { id: postId, act, body, lang, attachments, at: createdAt, quoted: null, cleared };
  const opened = await appendPost(tx, row, opening);
  await appendPurpose(tx, opened.thread, act, input);
  return { ...opened, spaceSeq };
}
