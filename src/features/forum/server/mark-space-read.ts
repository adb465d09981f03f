import { eq } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { readSpace } from '#features/spaces/server/read-space.ts';
import { atomic } from '#lib/server/db.ts';
import { readingPositions, threads } from './tables.ts';

/** Marks everything in a space as read: the way out of a count that says nothing to someone who has just come. */
export async function markSpaceRead(actor: Actor, spaceId: string): Promise<void> {
  const { personId } = mustBeSignedIn(actor);
  await readSpace(actor, { id: spaceId });
  const readAt = new Date();
  await atomic(async (tx) => {
    const all = await tx
      .select({ threadId: threads.id, number: threads.postsCount })
      .from(threads)
      .where(eq(threads.spaceId, spaceId));
    for (const { threadId, number } of all)
      await tx
        .insert(readingPositions)
        .values({ personId, threadId, number, readAt })
        .onConflictDoUpdate({
          target: [readingPositions.personId, readingPositions.threadId],
          set: { number, readAt }
        });
  });
}
