import type * as v from 'valibot';
import { eq, and } from 'drizzle-orm';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import type { Actor } from '#features/people/people.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { newId } from '#lib/id.ts';
import { Refusal } from '#lib/refusal.ts';
import { announce } from '#lib/server/announce.ts';
import { atomic } from '#lib/server/db.ts';
import { limit } from '#lib/server/limits.ts';
import { events, limits, type ModerationEvent, type newFlag } from '../moderation.ts';
import { findFlaggable } from './find-case.ts';
import { flags } from './tables.ts';

/**
 * Says to the moderators that a post is not as it should be. Once a person and post: again changes the reason while it
 * is open, and does nothing once it was settled. Refuses not-found, too-many, conflict `post-withdrawn`, `post-hidden`.
 */
export async function flagPost(actor: Actor, input: v.InferOutput<typeof newFlag>): Promise<void> {
  const member = mustBeSignedIn(actor);
  const { post, space, withdrawn, hidden } = await findFlaggable(actor, input);
  if (withdrawn) throw new Refusal('conflict', 'post-withdrawn');
  if (hidden) throw new Refusal('conflict', 'post-hidden');
  if (post.personId === member.personId) throw new Refusal('not-allowed', 'own-case');
  await limit('flag', member.personId, limits.flagsPerHour, 3600);
  const said = { category: input.category, words: input.words };
  const isNew = await atomic(async (tx) => {
    const [before] = await tx
      .select({ settledAt: flags.settledAt })
      .from(flags)
      .where(and(eq(flags.postId, post.id), eq(flags.personId, member.personId)));
    if (before?.settledAt) return false;
    await tx
      .insert(flags)
      .values({
        ...said,
        id: newId(),
        postId: post.id,
        threadId: post.threadId,
        spaceId: space.id,
        personId: member.personId,
        createdAt: new Date()
      })
      .onConflictDoUpdate({ target: [flags.postId, flags.personId], set: said });
    if (before) return false;
    // Who flagged is nobody's business but the moderators': the record has that it was done.
    await appendEntry(tx, {
      action: events.flagged,
      actor: null,
      object: { kind: 'post', id: post.id },
      threadId: post.threadId,
      spaceId: space.id,
      detail: { category: input.category }
    });
    return true;
  });
  if (isNew)
    announce<ModerationEvent>({
      name: events.flagged,
      rooms: [],
      payload: { actId: null, spaceId: space.id, threadId: post.threadId, postId: post.id, subjectId: null }
    });
}
