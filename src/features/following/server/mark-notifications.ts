import { and, eq, exists, isNull, lte, ne, or } from 'drizzle-orm';
import type * as v from 'valibot';
import { threads } from '#features/forum/server/tables.ts';
import type { Actor } from '#features/people/people.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { announce } from '#lib/server/announce.ts';
import { db } from '#lib/server/db.ts';
import { events, personRoom, standsForAll, type ReadEvent, type readingInput } from '../following.ts';
import { countUnread } from './count-unread.ts';
import { notifications } from './tables.ts';

/**
 * Marks one's own notifications read: one, those of a thread (up to a post, when one read that far), or all. What is
 * read needs no mail. Someone else's are not touched, whatever is asked.
 */
export async function markNotifications(
  actor: Actor,
  { id, threadId }: v.InferOutput<typeof readingInput>,
  upTo?: number
): Promise<void> {
  const { personId } = mustBeSignedIn(actor);
  const changed = await db
    .update(notifications)
    .set({ readAt: new Date(), mailDueAt: null })
    .where(
      and(
        eq(notifications.personId, personId),
        isNull(notifications.readAt),
        id ? eq(notifications.id, id) : undefined,
        threadId ? eq(notifications.threadId, threadId) : undefined,
        upTo === undefined
          ? undefined
          : and(
              or(isNull(notifications.postNumber), lte(notifications.postNumber, upTo)),
              // A line that stands for all that came is read when all of it is.
              or(ne(notifications.more, standsForAll), exists(allRead(threadId ?? '', upTo)))
            )
      )
    )
    .returning({ id: notifications.id });
  if (changed.length > 0)
    announce<ReadEvent>({
      name: events.read,
      rooms: [personRoom(personId)],
      payload: { room: 'person', unread: await countUnread(actor) }
    });
}

const allRead = (threadId: string, upTo: number) =>
  db
    .select({ id: threads.id })
    .from(threads)
    .where(and(eq(threads.id, threadId), lte(threads.postsCount, upTo)));
