import type { Act } from '#features/people/people.ts';
import type { PartKey } from '#features/sessions/parts.ts';
import type { FloorRule, TurnKind } from './queue.ts';
import {
  foldFloor,
  type FloorDelta,
  type FloorState,
  type TurnEnd,
  type TurnLimits,
  type Used
} from './state.ts';

export type {
  Floor,
  FloorDelta,
  FloorState,
  LastTurn,
  ListState,
  TurnEnd,
  TurnLimits,
  Used
} from './state.ts';

export const limits = {
  /** Seconds of the floor by kind of request, until the chair decides; they may also extend a turn. */
  turnSeconds: { statement: 180, reply: 120, point_of_order: 60 } satisfies TurnLimits,
  extensionSeconds: 60,
  shortestTurnSeconds: 15,
  longestTurnSeconds: 3600,
  /** The clock warns when this many seconds are left. */
  warnSeconds: 30,
  /** Who is called back after a turn that broke off has at least this long. */
  calledBackSeconds: 60,
  deputies: 10
} as const;

export const floorKey: PartKey<FloorState, FloorDelta> = { name: 'floor', fold: foldFloor };

/** Who presides, and who may when the chair cannot. */
export interface PresidingState {
  /** Who presides now, as they were when they took the chair. */
  act: Act;
  /** When they took it from the one before; null for the chair who opened the session. */
  since: string | null;
  /** The chair that was named when the session was scheduled. */
  chair: Act;
  deputies: Act[];
  /** When the line of who presides was lost; null while it holds. */
  lostAt: string | null;
}
/** What only who leads sees of it: the people of the forum, of whom they may name deputies. */
export const presidingKey: PartKey<PresidingState, never, { id: string; name: string }[] | null> = {
  name: 'presiding'
};

/** What was done with the floor, in the order in which it was done. */
export const floorActs = [
  'floor.asked',
  'floor.withdrawn',
  'floor.given',
  'floor.ended',
  'floor.extended',
  'floor.skipped',
  'floor.called_back',
  'floor.rule_chosen',
  'floor.limits_set',
  'floor.list_closed',
  'floor.list_opened',
  'session.deputies_named',
  'session.chair_taken'
] as const;
export type FloorAct = (typeof floorActs)[number];

/** The floor in the record: who spoke, in their order; and, since it is kept, what was done with the floor. */
export interface FloorChapter {
  speakers: RecordedTurn[];
  floor?: { rule: FloorRule; log: RecordedAct[]; used: Omit<Used, 'key'>[] };
}

export interface RecordedAct {
  at: string;
  action: FloorAct;
  by: Act;
  /** Whom it was about: a speaker, a deputy. */
  of?: Act;
  detail?: Record<string, string | number | boolean | null>;
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
  endedBy?: TurnEnd;
}
