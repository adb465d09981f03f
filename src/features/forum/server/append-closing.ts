import { and, eq, isNull } from 'drizzle-orm';
import { inPerson } from '#features/audit/audit.ts';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import type { Member } from '#features/people/people.ts';
import { newId } from '#lib/id.ts';
import type { Tx } from '#lib/server/db.ts';
import { facts } from '../forum.ts';
import { announceMoved, announceThread } from './announce-change.ts';
import { bumpSpace, bumpThread, mustBeOpen } from './bump.ts';
import { readState } from './read-state.ts';
import { threadClosures } from './tables.ts';
import type { ThreadRow } from './views.ts';

export interface Closing {
  thread: ThreadRow;
  spaceSeq: number;
}

/** Closes a thread within the caller's transaction, which has asked whether they may. Refuses conflict `thread-closed`. */
export async function appendClosing(
  tx: Tx,
  member: Member,
  { threadId, reason }: { threadId: string; reason: string | null }
): Promise<Closing> {
  const thread = await bumpThread(tx, threadId);
  await mustBeOpen(tx, threadId);
  const createdAt = new Date();
  const { personId, name: personName } = member;
  await tx.insert(threadClosures).values({ id: newId(), threadId, personId, personName, reason, createdAt });
  const spaceSeq = await bumpSpace(tx, thread.spaceId);
  await appendFact(tx, facts.closed, member, thread, createdAt);
  return { thread, spaceSeq };
}

/** Opens it again; null when it is open. That it was closed, by whom and when, is kept. */
export async function appendReopening(tx: Tx, member: Member, threadId: string): Promise<Closing | null> {
  const thread = await bumpThread(tx, threadId);
  const reopenedAt = new Date();
  const reopened = await tx
    .update(threadClosures)
    .set({ reopenedAt, reopenedBy: member.personId })
    .where(and(eq(threadClosures.threadId, threadId), isNull(threadClosures.reopenedAt)))
    .returning({ id: threadClosures.id });
  if (reopened.length === 0) return null;
  const spaceSeq = await bumpSpace(tx, thread.spaceId);
  await appendFact(tx, facts.reopened, member, thread, reopenedAt);
  return { thread, spaceSeq };
}

const appendFact = (tx: Tx, action: string, member: Member, thread: ThreadRow, at: Date) =>
  appendEntry(tx, {
    action,
    actor: inPerson(member),
    object: { kind: 'thread', id: thread.id },
    threadId: thread.id,
    spaceId: thread.spaceId,
    at
  });

/** After the commit: to the thread's readers, and to its forum's. */
export async function announceClosing({ thread, spaceSeq }: Closing, closed: boolean): Promise<void> {
  announceThread(thread, await readState(thread));
  announceMoved(thread, closed, spaceSeq);
}
