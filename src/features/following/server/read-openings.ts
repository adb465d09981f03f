import { and, eq, inArray } from 'drizzle-orm';
import { posts } from '#features/forum/server/tables.ts';
import { db } from '#lib/server/db.ts';

/** The ids of the opening posts of threads: what the mails of a thread refer to. */
export async function readOpenings(threadIds: string[]): Promise<Map<string, string>> {
  if (threadIds.length === 0) return new Map();
  const rows = await db
    .select({ id: posts.id, threadId: posts.threadId })
    .from(posts)
    .where(and(inArray(posts.threadId, threadIds), eq(posts.number, 1)));
  return new Map(rows.map(({ id, threadId }) => [threadId, id]));
}
