import type { Act } from '#features/people/people.ts';

export const turnKinds = ['statement', 'reply', 'point_of_order'] as const;
export type TurnKind = (typeof turnKinds)[number];

/** Why an entry stands where it stands; every window says it in words. */
export const queueReasons = ['point_of_order', 'first_time', 'order_of_request', 'observer'] as const;
export type QueueReason = (typeof queueReasons)[number];

/** What the rule needs to know of a request for the floor. */
export interface FloorRequest {
  turnId: string;
  kind: TurnKind;
  delegation: string;
  requestedAt: number;
  observer: boolean;
}

/** What a delegation had of the floor so far: finished and current turns, points of order not counted. */
export interface Spoken {
  turns: number;
  seconds: number;
}

export interface QueueEntry {
  turnId: string;
  act: Act;
  kind: TurnKind;
  requestedAt: string;
  limitSeconds: number;
  reason: QueueReason;
  /** How often the delegation had the floor before, and for how long in all. */
  spoken: Spoken;
}

/**
 * The speakers' list: points of order, then each delegation's first intervention, then the others, each group in the
 * order of request; observers after all others. A delegation that has two people waiting has one first
 * intervention: the earlier request; else a large delegation would speak before a small one.
 */
export function orderQueue<R extends FloorRequest>(
  requests: readonly R[],
  spoken: ReadonlyMap<string, Spoken>
): { request: R; reason: QueueReason }[] {
  const inOrder = [...requests].sort(
    (a, b) => a.requestedAt - b.requestedAt || (a.turnId < b.turnId ? -1 : 1)
  );
  const firsts = new Set<string>();
  return inOrder
    .map((request) => ({ request, reason: reasonOf(request) }))
    .sort((a, b) => queueReasons.indexOf(a.reason) - queueReasons.indexOf(b.reason));

  function reasonOf({ observer, kind, delegation }: R): QueueReason {
    if (observer) return 'observer';
    if (kind === 'point_of_order') return 'point_of_order';
    if ((spoken.get(delegation)?.turns ?? 0) > 0 || firsts.has(delegation)) return 'order_of_request';
    firsts.add(delegation);
    return 'first_time';
  }
}

/** When each entry would have the floor if everyone before used all of their time; milliseconds since 1970. */
export function expectedTimes(
  queue: readonly { limitSeconds: number }[],
  floor: { startedAt: string; limitSeconds: number } | null,
  now: number
): number[] {
  let next = floor ? Math.max(now, Date.parse(floor.startedAt) + floor.limitSeconds * 1000) : now;
  return queue.map(({ limitSeconds }) => {
    const at = next;
    next += limitSeconds * 1000;
    return at;
  });
}
