import { and, eq, isNull, sql } from 'drizzle-orm';
import { spaces } from '#features/spaces/server/tables.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Tx } from '#lib/server/db.ts';
import { threadClosures, threads } from './tables.ts';

/**
 * The next number of a thread's sequence: the first statement of every transaction that changes it. On Postgres it
 * also locks the thread's row, so that changes of one thread stand in a line as they do on SQLite.
 */
export async function bumpThread(tx: Tx, threadId: string): Promise<typeof threads.$inferSelect> {
  const [thread] = await tx
    .update(threads)
    .set({ seq: sql`${threads.seq} + 1` })
    .where(eq(threads.id, threadId))
    .returning();
  if (!thread) throw new Refusal('not-found');
  return thread;
}

/** The next number of the sequence of the space's room. */
export async function bumpSpace(tx: Tx, spaceId: string): Promise<number> {
  const [space] = await tx
    .update(spaces)
    .set({ seq: sql`${spaces.seq} + 1` })
    .where(eq(spaces.id, spaceId))
    .returning({ seq: spaces.seq });
  return space.seq;
}

/** Refuses when the thread is closed: asked behind the bump, a closure cannot slip in between. */
export async function mustBeOpen(tx: Tx, threadId: string): Promise<void> {
  const [closure] = await tx
    .select({ id: threadClosures.id })
    .from(threadClosures)
    .where(and(eq(threadClosures.threadId, threadId), isNull(threadClosures.reopenedAt)));
  if (closure) throw new Refusal('conflict', 'thread-closed');
}
