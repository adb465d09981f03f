import type { Act } from '#features/people/people.ts';
import type { Direction } from '#lib/dir.ts';
import type { Names } from '#lib/names.ts';

/** Why a post waits: its organisation clears what is said for it, or the space approves first posts. */
export type HoldReason = 'clearance' | 'approval';

/** Why a rule returned a post when nobody did. */
export const returnReasons = ['timed-out', 'mandate-ended', 'no-longer-open', 'thread-closed'] as const;
export type ReturnReason = (typeof returnReasons)[number];

/** What else the writer sent, as its schema gave it: taken up again at the release. */
export type PendingInput = Record<string, unknown>;

/** Who let a post out and what they were then. Frozen into the post; `by` is null when nobody decided in time. */
export interface Clearance {
  by: string | null;
  personId: string | null;
  /** Their function in the organisation. */
  title: string | null;
  /** ISO 8601, UTC. */
  at: string;
}

export const pendingEvents = {
  held: 'post.held',
  resent: 'post.resent',
  recalled: 'post.recalled',
  cleared: 'post.cleared',
  lapsed: 'post.not-cleared',
  returned: 'post.returned'
} as const;

/** What travels with them, and with `post.approved`: ids only, to no room. The text waits at /waiting/ID. */
export interface PendingEvent {
  pendingId: string;
  reason: HoldReason;
  spaceId: string;
  threadId: string | null;
  organisationId: string | null;
  authorId: string;
  /** Who did it; null: a rule. */
  personId: string | null;
}

/** A waiting post as those see it who may: its author, who speaks for its organisation, who decides. */
export interface PendingView {
  id: string;
  reason: HoldReason;
  /** null: the forum is not open to the reader, who may be asked to clear what is said there all the same. */
  space: { id: string; slug: string; titles: Names } | null;
  thread: { id: string | null; title: string; lang: string; dir: Direction } | null;
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
