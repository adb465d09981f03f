import type { Act } from '#features/people/people.ts';
import type { PartKey } from '#features/sessions/parts.ts';
import type { Direction } from '#lib/dir.ts';
import type { Names } from '#lib/names.ts';

/** What a session comes to: what it decides, who does what by when, and what it asks of others. */
export const outcomeKinds = ['decision', 'action', 'recommendation'] as const;
export type OutcomeKind = (typeof outcomeKinds)[number];

export const limits = {
  textLength: 2000,
  nameLength: 200,
  reasonLength: 300,
  /** Outcomes of one session. */
  outcomes: 300,
  /** Rapporteurs of one session at a time. */
  rapporteurs: 8,
  /** People among whom the chair chooses. */
  candidates: 300
} as const;

/** Who is to do it, as they were called then. `named`: somebody whom Palabre does not know. */
export type Responsible =
  | { kind: 'country'; code: string }
  | { kind: 'organisation'; id: string; slug: string; names: Names }
  | { kind: 'named'; name: string; dir: Direction };

/** What may be changed of an outcome. */
export interface OutcomeWords {
  text: string;
  lang: string;
  dir: Direction;
  who: Responsible | null;
  /** A day, YYYY-MM-DD. */
  by: string | null;
}

export interface OutcomeView extends OutcomeWords {
  id: string;
  kind: OutcomeKind;
  /** Counted by kind: decision 1, action 1. */
  number: number;
  itemPosition: number | null;
  act: Act;
  at: string;
  /** How often it was revised; what it said before, the oldest first. */
  earlier: (OutcomeWords & { until: string })[];
  withdrawnAt: string | null;
  reason: string | null;
}

/** The outcomes in the order in which they were recorded; an outcome that changed takes its own place again. */
export const outcomesKey: PartKey<OutcomeView[], OutcomeView, OutcomesOwn | null> = {
  name: 'outcomes',
  fold: (whole, outcome) =>
    whole.some(({ id }) => id === outcome.id)
      ? whole.map((each) => (each.id === outcome.id ? outcome : each))
      : [...whole, outcome]
};

/** For those who record: the id of a next one, so that a form that is sent twice records once, and whom it may be given to. */
export interface OutcomesOwn {
  nextId: string;
  organisations: { id: string; names: Names }[];
}

/** An outcome in the record; what is not so is not written. */
export interface RecordedOutcome extends OutcomeWords {
  id: string;
  number: number;
  item: number | null;
  act: Act;
  at: string;
  earlier?: (OutcomeWords & { until: string })[];
  withdrawnAt?: string;
  reason?: string;
}

/** The outcomes in the record, when there are any. */
export interface OutcomesChapter {
  outcomes?: {
    decisions: RecordedOutcome[];
    actions: RecordedOutcome[];
    recommendations: RecordedOutcome[];
  };
}
