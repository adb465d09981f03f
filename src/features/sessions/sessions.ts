import type { Act } from '#features/people/people.ts';
import type { InRoom } from '#lib/live/room.ts';
import type { Direction } from '#lib/dir.ts';
import type { Names } from '#lib/names.ts';
import type { DelegationCount } from './delegations.ts';
import type { QueueEntry, TurnKind } from './queue.ts';

/** A session is a live session of a forum. (What opens a visit to Palabre is a sign-in.) */
export const sessionKinds = [
  'forum_session',
  'high_level_technical_meeting',
  'workshop',
  'side_event',
  'pre_session',
  'ministerial_meeting',
  'webinar',
  'learning_session'
] as const;
export type SessionKind = (typeof sessionKinds)[number];

/** space: whoever reads the forum reads the session and its record. members: only who is signed in. */
export const audiences = ['space', 'members'] as const;
export type Audience = (typeof audiences)[number];

/** A state follows from dated columns: scheduled until opened, live until closed. */
export type Phase = 'scheduled' | 'live' | 'closed';
export const phaseOf = (session: { openedAt: Date | null; closedAt: Date | null }): Phase =>
  session.closedAt ? 'closed' : session.openedAt ? 'live' : 'scheduled';

export const sessionRoom = (id: string) => `session:${id}`;

export const limits = {
  titleLength: 200,
  placeLength: 200,
  itemTitleLength: 200,
  itemMinutes: 600,
  items: 40,
  countries: 194,
  statementLength: 10_000,
  linkLength: 500,
  sessionDays: 14,
  /** Seconds of the floor by kind of request; the chair may extend. */
  turnSeconds: { statement: 180, reply: 120, point_of_order: 60 } satisfies Record<TurnKind, number>,
  extensionSeconds: 60,
  longestTurnSeconds: 3600,
  /** The clock warns when this many seconds are left. */
  warnSeconds: 30
} as const;

export interface AgendaItem {
  id: string;
  position: number;
  title: string;
  minutes: number;
  /** An https address of a paper, or null. */
  document: string | null;
  openedAt: string | null;
  closedAt: string | null;
}

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

/** The whole small state of a session, the same for every reader; it travels with each `session.changed`. */
export interface SessionState extends InRoom {
  /** The server's clock when this was read, in milliseconds since 1970. */
  now: number;
  phase: Phase;
  items: AgendaItem[];
  floor: Floor | null;
  queue: QueueEntry[];
  here: DelegationCount[];
  registered: DelegationCount[];
}

export interface StatementView {
  id: string;
  number: number;
  itemPosition: number | null;
  act: Act;
  /** Rendered from Markdown and sanitised by the server. */
  html: string;
  lang: string;
  dir: Direction;
  at: string;
}

/** A session as its page or another door sees it. What changes from minute to minute is in SessionState. */
export interface SessionView {
  id: string;
  space: { id: string; slug: string; titles: Names };
  title: string;
  lang: string;
  dir: Direction;
  kind: SessionKind;
  phase: Phase;
  startsAt: Date;
  endsAt: Date;
  timezone: string;
  place: string | null;
  /** Only for those who are signed in: an open link invites strangers into the call. */
  onlineLink: string | null;
  audience: Audience;
  countries: string[];
  chair: Act;
  scheduledBy: Act;
  openedAt: Date | null;
  closedAt: Date | null;
  /** How often its date or place was changed: the SEQUENCE of its calendar entry. */
  revision: number;
}

export type SessionSummary = Pick<
  SessionView,
  | 'id'
  | 'space'
  | 'title'
  | 'lang'
  | 'dir'
  | 'kind'
  | 'phase'
  | 'startsAt'
  | 'endsAt'
  | 'timezone'
  | 'place'
  | 'countries'
  | 'chair'
  | 'closedAt'
>;

/** `session.changed`: anything but a statement. `statement.posted`: one statement more. */
export type SessionChanged = SessionState;
export interface StatementPosted extends InRoom {
  statement: StatementView;
  /** Who posts is here: a first statement may have changed the counts. */
  here: DelegationCount[];
}
