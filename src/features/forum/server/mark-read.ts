import { lt, sql } from 'drizzle-orm';
import type * as v from 'valibot';
import type { Actor } from '#features/people/people.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { db } from '#lib/server/db.ts';
import type { reading } from '../inputs.ts';
import { findThread } from './find-thread.ts';
import { readingPositions } from './tables.ts';

/** Remembers how far someone has read. A position only grows: another window that is behind takes nothing back. */
export async function markRead(
  actor: Actor,
  { threadId, number }: v.InferOutput<typeof reading>
): Promise<void> {
  const { personId } = mustBeSignedIn(actor);
  const { thread } = await findThread(actor, threadId);
  const position = { number: Math.min(number, thread.postsCount), readAt: new Date() };
  await db
    .insert(readingPositions)
    .values({ personId, threadId, ...position })
    .onConflictDoUpdate({
      target: [readingPositions.personId, readingPositions.threadId],
      set: position,
      setWhere: lt(readingPositions.number, sql`excluded.number`)
    });
}
