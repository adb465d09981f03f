import type { Act } from '#features/people/people.ts';
import type { PartKey } from '#features/sessions/parts.ts';
import type { QueueEntry, TurnKind } from './queue.ts';

export const limits = {
  /** Seconds of the floor by kind of request; the chair may extend. */
  turnSeconds: { statement: 180, reply: 120, point_of_order: 60 } satisfies Record<TurnKind, number>,
  extensionSeconds: 60,
  longestTurnSeconds: 3600,
  /** The clock warns when this many seconds are left. */
  warnSeconds: 30
} as const;

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

/** Who speaks, and who waits in which order. */
export interface FloorState {
  floor: Floor | null;
  queue: QueueEntry[];
}
export const floorKey: PartKey<FloorState> = { name: 'floor' };

/** The floor in the record: who spoke, in their order. */
export interface FloorChapter {
  speakers: RecordedTurn[];
}

export interface RecordedTurn {
  order: number;
  act: Act;
  kind: TurnKind;
  item: number | null;
  observer: boolean;
  requestedAt: string;
  startedAt: string;
  endedAt: string;
  seconds: number;
  limitSeconds: number;
}
