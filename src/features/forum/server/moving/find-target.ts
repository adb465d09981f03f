import type { Actor } from '#features/people/people.ts';
import { mayModerate } from '#features/spaces/server/may.ts';
import type { SpaceView } from '#features/spaces/spaces.ts';
import { Refusal } from '#lib/refusal.ts';
import { movable } from '../../moving.ts';
import { findThread } from '../find-thread.ts';
import type { ThreadRow } from '../views.ts';

/** The thread that posts are to leave, for who moderates it. Refuses not-found, not-allowed, conflict `move-purpose`. */
export async function findSource(actor: Actor, id: string): Promise<{ thread: ThreadRow; space: SpaceView }> {
  const found = await findThread(actor, id);
  if (!mayModerate(actor, found.space)) throw new Refusal('not-allowed');
  if (!movable.includes(found.thread.purpose)) throw new Refusal('conflict', 'move-purpose');
  return found;
}

/**
 * The thread that they go to. Words never reach more people than they were said to: another forum must be moderated by
 * the same person and be exactly as open. Refuses also conflict `move-same-thread`, `move-forum`.
 */
export async function findTarget(
  actor: Actor,
  source: { thread: ThreadRow; space: SpaceView },
  id: string
): Promise<{ thread: ThreadRow; space: SpaceView }> {
  const target = await findSource(actor, id);
  if (target.thread.id === source.thread.id) throw new Refusal('conflict', 'move-same-thread', 'target');
  const asOpen =
    target.space.id === source.space.id ||
    (target.space.visibility === source.space.visibility && source.space.visibility !== 'restricted');
  if (!asOpen) throw new Refusal('conflict', 'move-forum', 'target');
  return target;
}
