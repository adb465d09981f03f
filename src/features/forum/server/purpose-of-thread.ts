import type { Act, Actor } from '#features/people/people.ts';
import type { SpaceView } from '#features/spaces/spaces.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Tx } from '#lib/server/db.ts';
import type { NewPurpose } from '../inputs.ts';
import { limits } from '../purposes.ts';
import { mayAnnounce } from './may.ts';
import { threadTags } from './purpose-tables.ts';
import { openRequest } from './support/open-request.ts';
import { tagsFrom } from './tags-from.ts';
import type { ThreadRow } from './views.ts';

/**
 * Refuses an announcement by someone who does not lead the forum (not-allowed `not-leading`), a support request where its
 * desk could not read it (conflict `support-hidden`), a pin that is over or too long (invalid `pinned-until`), and too
 * many tags. That a request is a ministry's is asked where it is opened.
 */
export function mustSuitPurpose(
  actor: Actor,
  space: SpaceView,
  act: Act,
  input: NewPurpose,
  now: Date
): void {
  tagsFrom(input);
  if (input.purpose === 'support') {
    if (act.capacity !== 'organisation') throw new Refusal('not-allowed', 'needs-ministry', 'capacity');
    if (space.visibility === 'restricted') throw new Refusal('conflict', 'support-hidden', 'purpose');
  }
  if (input.purpose !== 'announcement') return;
  if (!mayAnnounce(actor, space, act)) throw new Refusal('not-allowed', 'not-leading', 'purpose');
  const days = input.pinnedUntil ? (input.pinnedUntil.getTime() - now.getTime()) / 86_400_000 : 1;
  if (days <= 0 || days > limits.pinnedDays) throw new Refusal('invalid', 'pinned-until', 'pinnedUntil');
}

/** The columns of a thread that say its purpose. A post that waited comes with its form as text: dates are read again. */
export function purposeColumns(input: NewPurpose, now: Date) {
  const { purpose = 'discussion', pinnedUntil, repliesAllowed } = input;
  const announces = purpose === 'announcement';
  return {
    purpose,
    tags: tagsFrom(input),
    pinnedUntil: announces && pinnedUntil ? new Date(pinnedUntil) : null,
    repliesOffAt: announces && !repliesAllowed ? now : null
  } satisfies Partial<ThreadRow>;
}

/** What a purpose writes beside its thread, within the transaction that starts it. Refuses not-allowed `needs-ministry`. */
export async function appendPurpose(tx: Tx, thread: ThreadRow, act: Act, input: NewPurpose): Promise<void> {
  for (const tag of thread.tags ?? [])
    await tx.insert(threadTags).values({ threadId: thread.id, tag, spaceId: thread.spaceId });
  if (thread.purpose === 'support') await openRequest(tx, thread, act, input.supportKind ?? 'ad_hoc');
}
