import { and, asc, between, eq, gt, inArray } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { readableSpaces } from '#features/spaces/server/read-readable.ts';
import { isId } from '#lib/id.ts';
import { db } from '#lib/server/db.ts';
import type { MoveTrace } from '../../moving.ts';
import { postMoves } from '../moving-tables.ts';
import { posts, threads } from '../tables.ts';

type MoveRow = typeof postMoves.$inferSelect;

export const traceOf = (row: MoveRow): MoveTrace => ({
  number: row.number,
  postId: row.postId,
  threadId: row.toThreadId,
  toNumber: row.toNumber,
  by: row.movedByName,
  at: row.createdAt.toISOString()
});

/** What left a thread from these of its numbers. */
export async function readMoves(threadId: string, from: number, to: number): Promise<MoveTrace[]> {
  const rows = await db
    .select()
    .from(postMoves)
    .where(and(eq(postMoves.threadId, threadId), between(postMoves.number, from, to)))
    .orderBy(asc(postMoves.number));
  return rows.map(traceOf);
}

/** What left a thread after the number `since` of its sequence; with the number under which it left. */
export async function readMovesSince(
  threadId: string,
  since: number
): Promise<{ seq: number; trace: MoveTrace }[]> {
  const rows = await db
    .select()
    .from(postMoves)
    .where(and(eq(postMoves.threadId, threadId), gt(postMoves.seq, since)))
    .orderBy(asc(postMoves.seq), asc(postMoves.number));
  return rows.map((row) => ({ seq: row.seq, trace: traceOf(row) }));
}

/** Where a post that once stood in this thread stands now; null when it never did, or stands where `actor` may not read. */
export async function readNewPlace(
  actor: Actor,
  threadId: string,
  post: { id: string } | { number: number }
): Promise<{ threadId: string; number: number } | null> {
  if (!isId(threadId) || ('id' in post && !isId(post.id))) return null;
  const [found] = await db
    .select({ threadId: posts.threadId, number: posts.number })
    .from(postMoves)
    .innerJoin(posts, eq(posts.id, postMoves.postId))
    .innerJoin(threads, eq(threads.id, posts.threadId))
    .where(
      and(
        eq(postMoves.threadId, threadId),
        inArray(threads.spaceId, readableSpaces(actor)),
        'id' in post ? eq(postMoves.postId, post.id) : eq(postMoves.number, post.number)
      )
    );
  return found ?? null;
}
