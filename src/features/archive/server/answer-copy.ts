import { eq } from 'drizzle-orm';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import type { Actor } from '#features/people/people.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { Refusal } from '#lib/refusal.ts';
import { announce } from '#lib/server/announce.ts';
import { atomic } from '#lib/server/db.ts';
import { limit } from '#lib/server/limits.ts';
import { copyEvents, type CopyAnswer } from '../copies.ts';
import { answersFor } from './find-copy.ts';
import { makeEdition } from './make-edition.ts';
import { copyRequests, readingCopies } from './tables.ts';

/**
 * The answer of one who is asked, as often as they change their mind. When the copy is public, what they take back is gone
 * from it with this transaction: a new edition, with a new hash, and the former bytes are no more.
 * Refuses not-found for anyone who is not asked; it does not matter whether they may still read the thread.
 */
export async function answerCopy(
  actor: Actor,
  { requestId, answer }: { requestId: string; answer: CopyAnswer }
): Promise<void> {
  const member = mustBeSignedIn(actor);
  await limit('copy-answer', member.personId, 60, 600);
  const at = new Date();
  const id = await atomic(async (tx) => {
    const [found] = await tx
      .select()
      .from(copyRequests)
      .innerJoin(readingCopies, eq(readingCopies.id, copyRequests.copyId))
      .where(eq(copyRequests.id, requestId));
    if (!found || !answersFor(actor, found.copy_requests)) throw new Refusal('not-found');
    const { copy_requests: request, reading_copies: copy } = found;
    if (copy.withdrawnAt) throw new Refusal('conflict', 'copy-withdrawn');
    if (request.answer === answer) return null;
    await tx
      .update(copyRequests)
      .set({ answer, answeredBy: member.personId, answeredAt: at })
      .where(eq(copyRequests.id, requestId));
    if (copy.publishedAt) await makeEdition(tx, copy, at);
    await appendEntry(tx, {
      action: copyEvents.answered,
      actor: {
        personId: member.personId,
        capacity: request.organisationId ? 'organisation' : 'personal',
        organisationId: request.organisationId,
        country: member.country
      },
      object: { kind: 'copy', id: copy.id },
      threadId: copy.threadId,
      spaceId: copy.spaceId,
      detail: { request: requestId, answer },
      at
    });
    return copy.id;
  });
  if (id) announce({ name: copyEvents.answered, rooms: [], payload: { id } });
}
