import { and, eq, inArray, or } from 'drizzle-orm';
import { posts, postWithdrawals } from '#features/forum/server/tables.ts';
import { actOf } from '#features/people/server/act-columns.ts';
import type { Act } from '#features/people/people.ts';
import { plainOf } from '#features/search/plain.ts';
import type { Direction } from '#lib/dir.ts';
import { db } from '#lib/server/db.ts';

/** One line of the post before or after; `text` is null where it was withdrawn or hidden. */
export interface Neighbour {
  number: number;
  act: Act;
  text: string | null;
  lang: string;
  dir: Direction;
}

/** Letters of a line. */
const most = 140;

/** What stands before and after these posts, by `THREAD:NUMBER`. One query, however many they are. */
export async function listNeighbours(
  of: { threadId: string; number: number }[]
): Promise<Map<string, Neighbour>> {
  if (of.length === 0) return new Map();
  const numbers = new Map<string, number[]>();
  for (const { threadId, number } of of)
    numbers.set(threadId, [...(numbers.get(threadId) ?? []), number - 1, number + 1]);
  const rows = await db
    .select({ post: posts, gone: postWithdrawals.postId })
    .from(posts)
    .leftJoin(postWithdrawals, eq(postWithdrawals.postId, posts.id))
    .where(
      or(
        ...[...numbers].map(([threadId, wanted]) =>
          and(eq(posts.threadId, threadId), inArray(posts.number, wanted))
        )
      )
    );
  return new Map(
    rows.map(({ post, gone }) => [
      `${post.threadId}:${post.number}`,
      {
        number: post.number,
        act: actOf(post),
        text: gone ? null : lineOf(post.body),
        lang: post.lang,
        dir: post.dir
      }
    ])
  );
}

function lineOf(markdown: string): string {
  const line = plainOf(markdown.slice(0, 4 * most))
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > most ? `${line.slice(0, most).trimEnd()}…` : line;
}
