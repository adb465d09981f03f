import { desc, eq } from 'drizzle-orm';
import { actOf } from '#features/people/server/act-columns.ts';
import { dirOf } from '#lib/dir.ts';
import { newId } from '#lib/id.ts';
import type { Tx } from '#lib/server/db.ts';
import { appendRule } from '../attribution/append-rule.ts';
import { chathamRules } from '../attribution-tables.ts';
import { threads } from '../tables.ts';
import type { PostRow, ThreadRow } from '../views.ts';

/**
 * A thread for posts that leave another one, still without posts. It is begun by who wrote the first of them, and what
 * held in the old thread holds in it: nobody is named there who was not named here.
 */
export async function appendSplit(
  tx: Tx,
  source: ThreadRow,
  first: PostRow,
  title: string,
  at: Date
): Promise<ThreadRow> {
  const [thread] = await tx
    .insert(threads)
    .values({
      ...actOf(first),
      id: newId(),
      spaceId: source.spaceId,
      subject: title,
      lang: first.lang,
      dir: dirOf(title),
      seq: 1,
      postsCount: 0,
      lastPostAt: first.createdAt,
      unattributedSince: source.unattributedSince ? at : null,
      createdAt: first.createdAt
    })
    .returning();
  if (source.unattributedSince) {
    const [rule] = await tx
      .select()
      .from(chathamRules)
      .where(eq(chathamRules.threadId, source.id))
      .orderBy(desc(chathamRules.startedAt))
      .limit(1);
    const { id: _, ...rest } = rule;
    await appendRule(tx, { ...rest, threadId: thread.id, startedAt: at });
  }
  return thread;
}
