import { and, eq, isNull, sql } from 'drizzle-orm';
import { spaces } from '#features/spaces/server/tables.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Tx } from '#lib/server/db.ts';
import { prepared } from '#lib/server/prepared.ts';
import { threadClosures, threads } from './tables.ts';

// Each change of a thread passes here: these are built once.
const thread = sql.placeholder('thread');
const threadBump = prepared('bump_thread', (tx) =>
  tx
    .update(threads)
    .set({ seq: sql`${threads.seq} + 1` })
    .where(eq(threads.id, thread))
    .returning()
);
const spaceBump = prepared('bump_space', (tx) =>
  tx
    .update(spaces)
    .set({ seq: sql`${spaces.seq} + 1` })
    .where(eq(spaces.id, sql.placeholder('space')))
    .returning({ seq: spaces.seq })
);
const openClosure = prepared('open_closure', (tx) =>
  tx
    .select({ id: threadClosures.id })
    .from(threadClosures)
    .where(and(eq(threadClosures.threadId, thread), isNull(threadClosures.reopenedAt)))
);

/**
 * The next number of a thread's sequence: the first statement of every transaction that changes it. On Postgres it
 * also locks the thread's row, so that changes of one thread stand in a line as they do on SQLite.
 */
export async function bumpThread(tx: Tx, threadId: string): Promise<typeof threads.$inferSelect> {
  const [bumped] = await threadBump({ thread: threadId }, tx);
  if (!bumped) throw new Refusal('not-found');
  return bumped;
}

/** The next number of the sequence of the space's room. */
export async function bumpSpace(tx: Tx, spaceId: string): Promise<number> {
  const [space] = await spaceBump({ space: spaceId }, tx);
  return space.seq;
}

/** Refuses when the thread is closed: asked behind the bump, a closure cannot slip in between. */
export async function mustBeOpen(tx: Tx, threadId: string): Promise<void> {
  const [closure] = await openClosure({ thread: threadId }, tx);
  if (closure) throw new Refusal('conflict', 'thread-closed');
}
