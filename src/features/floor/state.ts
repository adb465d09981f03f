/** The floor as every window keeps it: facts come as deltas, and each window works out the list by the same pure rules. */
import type { Act } from '#features/people/people.ts';
import { delegationOf } from '#features/sessions/delegations.ts';
import type { Names } from '#lib/names.ts';
import type { Region } from '#lib/vocab/codes.ts';
import {
  orderQueue,
  type FloorRequest,
  type FloorRule,
  type QueueEntry,
  type Spoken,
  type TurnKind,
  type Waiting
} from './queue.ts';

/** Who has the floor. Every window derives the same clock from `startedAt`, `limitSeconds` and the server's `now`. */
export interface Floor {
  turnId: string;
  act: Act;
  kind: TurnKind;
  itemPosition: number | null;
  startedAt: string;
  limitSeconds: number;
  /** Which intervention of this delegation it is, 1 for the first. */
  intervention: number;
}

/** What a delegation used of the time: turns that it took (the current one too), seconds of those that ended, seconds over its limits. */
export interface Used extends Spoken {
  key: string;
  country: string | null;
  organisation: Names | null;
  /** Who speaks for nobody else. */
  personName: string | null;
  region: Region | null;
  over: number;
}

/** How a turn ended; null for turns older than the question. */
export type TurnEnd = 'speaker' | 'chair' | 'next' | 'left' | 'close';

export type TurnLimits = Record<TurnKind, number>;

/** What the chair decided about the list. */
export interface ListState {
  rule: FloorRule;
  observersLast: boolean;
  closedAt: string | null;
  limits: TurnLimits;
  /** Limits of single items of the agenda, by the item's id. */
  itemLimits: Record<string, TurnLimits>;
}

/** The turn that ended last: whom the chair may call back, when it ended too soon. */
export interface LastTurn {
  turnId: string;
  act: Act;
  endedBy: TurnEnd | null;
}

/** Who speaks, who waits in which order, who used how much time. */
export interface FloorState {
  floor: Floor | null;
  last: LastTurn | null;
  queue: QueueEntry[];
  used: Used[];
  list: ListState;
}

/** What one act changed. A request counts as it is now, and one that is gone is named: folding a delta twice is once. */
export interface FloorDelta {
  put: Waiting[];
  gone: string[];
  floor: Floor | null;
  last: LastTurn | null;
  used: Used[];
  list?: ListState;
}

export function foldFloor(whole: FloorState, { put, gone, floor, last, used, list }: FloorDelta): FloorState {
  const leaves = new Set([...gone, ...put.map(({ turnId }) => turnId)]);
  const waiting = [...whole.queue.filter(({ turnId }) => !leaves.has(turnId)), ...put];
  const known = new Map(whole.used.map((each) => [each.key, each]));
  for (const each of used) known.set(each.key, each);
  return settle({ floor, last, waiting, used: [...known.values()], list: list ?? whole.list });
}

/** The list in its order, from the facts. */
export function settle({
  floor,
  last,
  waiting,
  used,
  list
}: Omit<FloorState, 'queue'> & { waiting: readonly Waiting[] }): FloorState {
  const regions = new Map<string, number>();
  for (const { region, turns } of used) regions.set(region ?? '', (regions.get(region ?? '') ?? 0) + turns);
  const spoken = new Map(used.map(({ key, turns, seconds }) => [key, { turns, seconds }]));
  const queue = orderQueue(waiting.map(requestOf), { ...list, spoken, regions }).map(
    ({ request, reason, regionTurns }) => ({
      ...request.entry,
      reason,
      regionTurns,
      spoken: spoken.get(request.delegation) ?? { turns: 0, seconds: 0 }
    })
  );
  return { floor, last, queue, used, list };
}

const moment = (at: string | null) => (at === null ? null : Date.parse(at));
const requestOf = (entry: Waiting): FloorRequest & { entry: Waiting } => ({
  entry,
  turnId: entry.turnId,
  kind: entry.kind,
  delegation: delegationOf(entry.act),
  region: entry.region,
  seq: entry.seq,
  requestedAt: Date.parse(entry.requestedAt),
  observer: entry.observer,
  skippedAt: moment(entry.skippedAt),
  calledBackAt: moment(entry.calledBackAt)
});

/** Time used by region, the running turn of the floor included up to `now`. */
export function usedNow(
  { used, floor }: Pick<FloorState, 'used' | 'floor'>,
  now: number
): { delegations: Used[]; regions: (Spoken & { region: Region | null })[] } {
  const running = floor && floor.kind !== 'point_of_order' ? delegationOf(floor.act) : null;
  const seconds = floor ? Math.max(0, Math.round((now - Date.parse(floor.startedAt)) / 1000)) : 0;
  const delegations = used
    .map((each) =>
      each.key === running
        ? {
            ...each,
            seconds: each.seconds + seconds,
            over: each.over + Math.max(0, seconds - floor!.limitSeconds)
          }
        : each
    )
    .sort((a, b) => b.seconds - a.seconds || b.turns - a.turns || (a.key < b.key ? -1 : 1));
  const regions = new Map<Region | null, Spoken>();
  for (const { region, turns, seconds } of delegations) {
    const before = regions.get(region) ?? { turns: 0, seconds: 0 };
    regions.set(region, { turns: before.turns + turns, seconds: before.seconds + seconds });
  }
  return {
    delegations,
    regions: [...regions]
      .map(([region, spoken]) => ({ region, ...spoken }))
      .sort((a, b) => b.seconds - a.seconds || ((a.region ?? '~') < (b.region ?? '~') ? -1 : 1))
  };
}
