import type { Act } from '#features/people/people.ts';
import type { Region } from '#lib/vocab/codes.ts';

export const turnKinds = ['statement', 'reply', 'point_of_order'] as const;
export type TurnKind = (typeof turnKinds)[number];

/** How the chair orders the list; first_time until they choose. */
export const floorRules = ['first_time', 'rotation', 'least_time', 'order'] as const;
export type FloorRule = (typeof floorRules)[number];

/** Why an entry stands where it stands; every window says it in words. */
export const queueReasons = [
  'point_of_order',
  'called_back',
  'first_time',
  'rotation',
  'least_time',
  'order_of_request',
  'observer',
  'skipped'
] as const;
export type QueueReason = (typeof queueReasons)[number];

/** What a rule needs to know of a request for the floor. */
export interface FloorRequest {
  turnId: string;
  kind: TurnKind;
  delegation: string;
  /** WHO's region of the delegation's country when it asked. */
  region: Region | null;
  /** The session's sequence at which it was asked: the one order of requests, also of those of one millisecond. */
  seq: number;
  requestedAt: number;
  observer: boolean;
  skippedAt: number | null;
  calledBackAt: number | null;
}

/** What a delegation had of the floor so far: points of order not counted; seconds of turns that ended. */
export interface Spoken {
  turns: number;
  seconds: number;
}

export interface QueueOrder {
  rule: FloorRule;
  observersLast: boolean;
  spoken: ReadonlyMap<string, Spoken>;
  /** Turns taken so far by region; '' for those without one. */
  regions: ReadonlyMap<string, number>;
}

export interface Waiting {
  turnId: string;
  act: Act;
  kind: TurnKind;
  region: Region | null;
  seq: number;
  requestedAt: string;
  limitSeconds: number;
  observer: boolean;
  skips: number;
  skippedAt: string | null;
  calledBackAt: string | null;
}

export interface QueueEntry extends Waiting {
  reason: QueueReason;
  /** How often the delegation had the floor before, and for how long in all. */
  spoken: Spoken;
  /** Under rotation: how many turns its region will have had before this one. */
  regionTurns: number;
}

export interface Placed<R> {
  request: R;
  reason: QueueReason;
  regionTurns: number;
}

/**
 * The speakers' list: points of order, who was called back, then all others by the rule, then observers (when they are last), then
 * who was passed over. Within each group the rule orders, and for equals the order of request.
 */
export function orderQueue<R extends FloorRequest>(requests: readonly R[], by: QueueOrder): Placed<R>[] {
  const inOrder = [...requests].sort(
    (a, b) => a.seq - b.seq || a.requestedAt - b.requestedAt || (a.turnId < b.turnId ? -1 : 1)
  );
  const group = (request: R): 'point_of_order' | 'called_back' | 'skipped' | 'observer' | 'rule' => {
    if (request.skippedAt !== null) return 'skipped';
    if (request.observer && by.observersLast) return 'observer';
    if (request.kind === 'point_of_order') return 'point_of_order';
    return request.calledBackAt !== null ? 'called_back' : 'rule';
  };
  const of = (name: ReturnType<typeof group>) => inOrder.filter((request) => group(request) === name);
  const placed = (name: 'point_of_order' | 'called_back' | 'skipped' | 'observer', list: R[]): Placed<R>[] =>
    list.map((request) => ({ request, reason: name, regionTurns: 0 }));
  const moment = (at: number | null) => at ?? 0;
  return [
    ...placed('point_of_order', of('point_of_order')),
    ...placed(
      'called_back',
      of('called_back').sort((a, b) => moment(b.calledBackAt) - moment(a.calledBackAt))
    ),
    ...rules[by.rule](of('rule'), by),
    ...placed('observer', of('observer')),
    ...placed(
      'skipped',
      of('skipped').sort((a, b) => moment(a.skippedAt) - moment(b.skippedAt))
    )
  ];
}

type Rule = <R extends FloorRequest>(requests: R[], by: QueueOrder) => Placed<R>[];
const before = ({ spoken }: QueueOrder, { delegation }: FloorRequest): Spoken =>
  spoken.get(delegation) ?? { turns: 0, seconds: 0 };

/** Each rule gets the requests in the order in which they were made. */
const rules: Record<FloorRule, Rule> = {
  order: (requests) => requests.map((request) => ({ request, reason: 'order_of_request', regionTurns: 0 })),
  /**
   * Each delegation's first intervention first. A delegation with two people waiting has one: the earlier request; else a large
   * delegation would speak before a small one.
   */
  first_time(requests, by) {
    const firsts = new Set<string>();
    const isFirst = requests.map((request) => {
      const first = before(by, request).turns === 0 && !firsts.has(request.delegation);
      if (first) firsts.add(request.delegation);
      return first;
    });
    const those = (first: boolean, reason: QueueReason) =>
      requests
        .filter((_, place) => isFirst[place] === first)
        .map((request) => ({ request, reason, regionTurns: 0 }));
    return [...those(true, 'first_time'), ...those(false, 'order_of_request')];
  },
  /** The region with the fewest turns is next, counting those before it in the list; for equals, whoever asked first. */
  rotation(requests, by) {
    const turns = new Map(by.regions);
    const left = [...requests];
    const list: ReturnType<Rule> = [];
    const had = (request: FloorRequest) => turns.get(request.region ?? '') ?? 0;
    while (left.length > 0) {
      const next = left.reduce((best, each) => (had(each) < had(best) ? each : best));
      list.push({ request: next, reason: 'rotation', regionTurns: had(next) });
      turns.set(next.region ?? '', had(next) + 1);
      left.splice(left.indexOf(next), 1);
    }
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the list holds what was given
    return list as any;
  },
  least_time: (requests, by) =>
    [...requests]
      .sort(
        (a, b) => before(by, a).seconds - before(by, b).seconds || requests.indexOf(a) - requests.indexOf(b)
      )
      .map((request) => ({ request, reason: 'least_time', regionTurns: 0 }))
};

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
