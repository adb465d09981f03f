import type { Act } from '#features/people/people.ts';
import type { Direction } from '#lib/dir.ts';
import type { Names } from '#lib/names.ts';

/** Why a post waits: its organisation clears what is said for it, or the space approves first posts. */
export type HoldReason = 'clearance' | 'approval';

/** What else the writer sent, as its schema gave it: taken up again at the release. */
export type PendingInput = Record<string, unknown>;

/** Who let a post out and what they were then. Frozen into the post; `by` is null when nobody decided in time. */
export interface Clearance {
  by: string | null;
  personId: string | null;
  title: string | null;
  /** ISO 8601, UTC. */
  at: string;
}

/** A waiting post as those see it who may: its author, who speaks for its organisation, who decides. */
export interface PendingView {
  id: string;
  reason: HoldReason;
  space: { slug: string; titles: Names };
  thread: { id: string | null; title: string; lang: string; dir: Direction };
  act: Act;
  html: string;
  body: string;
  lang: string;
  dir: Direction;
  revision: number;
  at: string;
  until: string | null;
  /** Set when it came back to its author; `by` is null when a rule returned it, then `why` says which. */
  returned: { at: string; by: string | null; why: string | null; note: string | null } | null;
  may: { decide: boolean; change: boolean };
}
