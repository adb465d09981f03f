import { readClearanceLink } from '#features/clearance/server/read-clearance-link.ts';
import { readMember } from '#features/people/server/read-member.ts';
import type { Member } from '#features/people/people.ts';
import { Refusal } from '#lib/refusal.ts';
import type { PendingView } from '../pending.ts';
import { clearPost } from './clear-post.ts';
import { readPending } from './read-pending.ts';
import { returnPost } from './return-post.ts';

/** What a mailed link is about, for whoever holds it. Looking changes nothing: mail scanners look at every link. */
export async function readByLink(token: string): Promise<PendingView & { focalPoint: string }> {
  const { member, revision, pendingId } = await holderOf(token);
  const pending = await readPending(member, pendingId).catch(asEnded);
  if (pending.revision !== revision || pending.returned || !pending.may.decide) return asEnded();
  return { ...pending, focalPoint: member.name };
}

/**
 * Decides through a mailed link, without a sign-in, as the focal point that it was sent to: once, about the very text
 * that it was sent for, for as long as they are one. Any decision ends every link to the text.
 */
export async function decideByLink(
  token: string,
  { decision, note }: { decision: 'clear' | 'return'; note: string | null }
): Promise<{ decision: 'clear' | 'return' }> {
  const { member, revision, pendingId: id } = await holderOf(token);
  if (decision === 'return') await returnPost(member, { id, revision, note }).catch(asEnded);
  else {
    const released = await clearPost(member, { id, revision }).catch(asEnded);
    if (released.kind === 'returned') return { decision: 'return' };
  }
  return { decision };
}

async function holderOf(token: string): Promise<{ member: Member; revision: number; pendingId: string }> {
  const { personId, ...link } = await readClearanceLink(token);
  const member = await readMember(personId);
  if (!member) return asEnded();
  return { member, ...link };
}

/** Whatever became of the text or of its holder: the link is over. What is only in the way now (a closed thread) is said. */
function asEnded(fault?: unknown): never {
  if (fault && !(fault instanceof Refusal)) throw fault;
  if (fault instanceof Refusal && fault.reason === 'thread-closed') throw fault;
  throw new Refusal('not-found', 'link-ended');
}
