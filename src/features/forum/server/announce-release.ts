import { announce } from '#lib/server/announce.ts';
import { pendingEvents, type PendingEvent } from '../pending.ts';
import { eventOf } from './append-pending.ts';
import type { Released } from './append-released.ts';

/**
 * Tells of a decision about a waiting post, after commit. The post itself goes to its rooms; the decision to none, for
 * those whom it concerns are told by their notifications.
 */
export async function announceRelease(
  released: Released,
  name: string,
  personId: string | null
): Promise<void> {
  const payload = eventOf(released.row, personId);
  if (released.kind === 'returned')
    return announce<PendingEvent>({
      name: pendingEvents.returned,
      rooms: [],
      payload: { ...payload, personId: null }
    });
  await released.tell();
  announce<PendingEvent>({ name, rooms: [], payload: { ...payload, threadId: released.thread.id } });
}
