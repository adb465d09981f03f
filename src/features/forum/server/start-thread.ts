import { eq } from 'drizzle-orm';
import type * as v from 'valibot';
import type { Actor } from '#features/people/people.ts';
import { mustBeSignedIn, readAct } from '#features/people/server/read-act.ts';
import { mayContribute } from '#features/spaces/server/may.ts';
import { readSpace } from '#features/spaces/server/read-space.ts';
import { Refusal } from '#lib/refusal.ts';
import { announce } from '#lib/server/announce.ts';
import { atomic, db, isUniqueViolation } from '#lib/server/db.ts';
import { limit } from '#lib/server/limits.ts';
import { events, limits } from '../forum.ts';
import type { newThread } from '../inputs.ts';
import { isSealedBy } from './attribution/read-attribution.ts';
import { announceMoved } from './announce-change.ts';
import { appendThread } from './append-thread.ts';
import { mustSuitPurpose } from './purpose-of-thread.ts';
import { posts } from './tables.ts';
import { postView } from './views.ts';

/**
 * Starts a thread with its opening post, once per `postId` of one person. `at` as in postReply.
 * Refuses not-signed-in, not-found, not-allowed, too-many, conflict `id-taken`, and what does not suit
 * the purpose (see mustSuitPurpose).
 */
export async function startThread(
  actor: Actor,
  input: v.InferOutput<typeof newThread>,
  { at }: { at?: Date } = {}
): Promise<{ id: string }> {
  const member = mustBeSignedIn(actor);
  const space = await readSpace(actor, { id: input.spaceId });
  const before = await startedBefore(member.personId, input.postId);
  if (before) return before;
  if (!mayContribute(actor, space)) throw new Refusal('not-allowed');
  const act = await readAct(actor, input.capacity);
  if (!at) await limit('thread', member.personId, limits.threadsPerHour, 3600);
  const createdAt = at ?? new Date();
  mustSuitPurpose(actor, space, act, input, createdAt);
  try {
    const { thread, post, spaceSeq } = await atomic((tx) => appendThread(tx, act, input, createdAt));
    announce({
      name: events.threadStarted,
      rooms: [],
      payload: {
        threadId: thread.id,
        spaceId: space.id,
        title: thread.subject,
        purpose: thread.purpose,
        post: postView(post, null)
      }
    });
    announceMoved(thread, false, spaceSeq);
    return { id: thread.id };
  } catch (error) {
    const twin = isUniqueViolation(error) ? await startedBefore(member.personId, input.postId) : null;
    if (twin) return twin;
    throw error;
  }
}

async function startedBefore(personId: string, postId: string): Promise<{ id: string } | null> {
  const [row] = await db
    .select({ postId: posts.id, id: posts.threadId, personId: posts.personId, number: posts.number })
    .from(posts)
    .where(eq(posts.id, postId));
  if (!row) return null;
  const theirs = row.personId === personId || (await isSealedBy(personId, { ...row, id: row.postId }));
  if (!theirs || row.number !== 1) throw new Refusal('conflict', 'id-taken');
  return { id: row.id };
}
