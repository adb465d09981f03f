import type * as v from 'valibot';
import { inPerson } from '#features/audit/audit.ts';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import type { Actor } from '#features/people/people.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { newId } from '#lib/id.ts';
import { Refusal } from '#lib/refusal.ts';
import { atomic } from '#lib/server/db.ts';
import { facts } from '../forum.ts';
import type { threadClosure } from '../inputs.ts';
import { announceMoved, announceThread } from './announce-change.ts';
import { bumpSpace, bumpThread, mustBeOpen } from './bump.ts';
import { findThread } from './find-thread.ts';
import { mayClose } from './may.ts';
import { readState } from './read-state.ts';
import { threadClosures } from './tables.ts';

/** Closes a thread: it stays readable, nobody replies. Refuses not-found, not-allowed, conflict `thread-closed`. */
export async function closeThread(
  actor: Actor,
  { threadId, reason }: v.InferOutput<typeof threadClosure>
): Promise<void> {
  const member = mustBeSignedIn(actor);
  const { thread: found, space } = await findThread(actor, threadId);
  if (!mayClose(actor, space, found)) throw new Refusal('not-allowed');
  const closure = {
    id: newId(),
    threadId,
    personId: member.personId,
    personName: member.name,
    reason,
    createdAt: new Date()
  };
  const { thread, spaceSeq } = await atomic(async (tx) => {
    const thread = await bumpThread(tx, threadId);
    await mustBeOpen(tx, threadId);
    await tx.insert(threadClosures).values(closure);
    const spaceSeq = await bumpSpace(tx, space.id);
    await appendEntry(tx, {
      action: facts.closed,
      actor: inPerson(member),
      object: { kind: 'thread', id: threadId },
      threadId,
      spaceId: space.id,
      at: closure.createdAt
    });
    return { thread, spaceSeq };
  });
  announceThread(thread, await readState(thread));
  announceMoved(thread, true, spaceSeq);
}
