import { and, count, eq } from 'drizzle-orm';
import { inPerson } from '#features/audit/audit.ts';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import { listPostsById } from '#features/forum/server/list-posts.ts';
import type { Actor, Member } from '#features/people/people.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { newId } from '#lib/id.ts';
import { Refusal } from '#lib/refusal.ts';
import { announce } from '#lib/server/announce.ts';
import { atomic, type Tx } from '#lib/server/db.ts';
import { copyEvents, copyLimits } from '../copies.ts';
import { findCopyToModerate, type CopyRow } from './find-copy.ts';
import { makeEdition } from './make-edition.ts';
import { copyEditions, copyPosts, copyRedactions, readingCopies } from './tables.ts';

interface Change {
  tx: Tx;
  member: Member;
  copy: CopyRow;
  at: Date;
}

/** One change of a copy by who moderates it: the change, its entry, and the next edition where it is public. */
async function changeCopy(
  actor: Actor,
  threadId: string,
  action: string,
  change: (change: Change) => Promise<Record<string, string | number>>
): Promise<void> {
  const member = mustBeSignedIn(actor);
  const { id } = await findCopyToModerate(actor, threadId);
  const at = new Date();
  await atomic(async (tx) => {
    const [copy] = await tx.select().from(readingCopies).where(eq(readingCopies.id, id));
    if (copy.withdrawnAt) throw new Refusal('conflict', 'copy-withdrawn');
    const detail = await change({ tx, member, copy, at });
    await appendEntry(tx, {
      action,
      actor: inPerson(member),
      object: { kind: 'copy', id },
      threadId,
      spaceId: copy.spaceId,
      detail,
      at
    });
  });
  announce({ name: action, rooms: [], payload: { id } });
}

/** Takes a passage out of the copy, wherever it stands in that post. Refuses invalid `passage-unknown`. */
export const redactCopy = (
  actor: Actor,
  threadId: string,
  { postId, passage }: { postId: string; passage: string }
): Promise<void> =>
  changeCopy(actor, threadId, copyEvents.redacted, async ({ tx, member, copy, at }) => {
    const [mine] = await tx
      .select({ postId: copyPosts.postId })
      .from(copyPosts)
      .where(and(eq(copyPosts.copyId, copy.id), eq(copyPosts.postId, postId)));
    const [whole] = mine ? await listPostsById([postId], tx) : [];
    const texts = [whole?.markdown ?? '', ...(whole?.former ?? []).map(({ markdown }) => markdown)];
    if (!texts.some((text) => text.includes(passage)))
      throw new Refusal('invalid', 'passage-unknown', 'passage');
    const [{ n }] = await tx
      .select({ n: count() })
      .from(copyRedactions)
      .where(eq(copyRedactions.copyId, copy.id));
    if (n >= copyLimits.redactions) throw new Refusal('too-many');
    await tx
      .insert(copyRedactions)
      .values({ id: newId(), copyId: copy.id, postId, passage, personId: member.personId, createdAt: at });
    if (copy.publishedAt) await makeEdition(tx, copy, at);
    return { post: postId };
  });

/** Puts a passage back, while the copy is not public: what was once taken out of a public page stays out of it. */
export const restorePassage = (
  actor: Actor,
  threadId: string,
  { redactionId }: { redactionId: string }
): Promise<void> =>
  changeCopy(actor, threadId, copyEvents.redacted, async ({ tx, copy }) => {
    if (copy.publishedAt) throw new Refusal('conflict', 'copy-published');
    const [gone] = await tx
      .delete(copyRedactions)
      .where(and(eq(copyRedactions.id, redactionId), eq(copyRedactions.copyId, copy.id)))
      .returning({ postId: copyRedactions.postId });
    if (!gone) throw new Refusal('not-found');
    return { post: gone.postId, restored: 1 };
  });

/** Makes the copy public, with what its authors consented to until now. Refuses conflict `copy-nobody-consented`. */
export const publishCopy = (actor: Actor, threadId: string): Promise<void> =>
  changeCopy(actor, threadId, copyEvents.published, async ({ tx, member, copy, at }) => {
    if (copy.publishedAt) throw new Refusal('conflict', 'copy-published');
    const made = await makeEdition(tx, copy, at);
    if (!made) throw new Refusal('conflict', 'copy-nobody-consented');
    await tx
      .update(readingCopies)
      .set({ publishedAt: at, publishedBy: member.personId })
      .where(eq(readingCopies.id, copy.id));
    return { edition: made.edition, hash: made.hash };
  });

/** Takes the copy back. Its address says so from now on; another one can be proposed. */
export const withdrawCopy = (actor: Actor, threadId: string, { reason }: { reason: string }): Promise<void> =>
  changeCopy(actor, threadId, copyEvents.withdrawn, async ({ tx, member, copy, at }) => {
    await tx
      .update(readingCopies)
      .set({ withdrawnAt: at, withdrawnBy: member.personId, reason: reason || null })
      .where(eq(readingCopies.id, copy.id));
    await tx.update(copyEditions).set({ html: null }).where(eq(copyEditions.copyId, copy.id));
    return {};
  });
