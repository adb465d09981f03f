import type { Act } from '#features/people/people.ts';
import type { Direction } from '#lib/dir.ts';
import type { Names } from '#lib/names.ts';
import type { PartKey } from './parts.ts';
import type { CoOrganiser, RegistrationRule } from './planning.ts';

/** A session is a live session of a forum. (What opens a visit to Palabre is a sign-in.) */
export const sessionKinds = [
  'forum_session',
  'high_level_technical_meeting',
  'workshop',
  'side_event',
  'pre_session',
  'ministerial_meeting',
  'senior_officials_meeting',
  'dialogue_series',
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
  linkLength: 500,
  sessionDays: 14
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

/** The agenda, and where the session stands. */
export interface AgendaState {
  phase: Phase;
  items: AgendaItem[];
}
export const agendaKey: PartKey<AgendaState> = { name: 'agenda' };

/** The agenda in the record. */
export interface AgendaChapter {
  agenda: Omit<AgendaItem, 'id'>[];
}

/** A session as its page or another door sees it. What changes from minute to minute is in the parts of its room. */
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
  registrationRule: RegistrationRule;
  /** How many people have a place; null: as many as come. */
  capacity: number | null;
  coOrganisers: CoOrganiser[];
  parentId: string | null;
  seriesId: string | null;
  reminders: number[];
  cancelledAt: Date | null;
  cancelledReason: string | null;
}

/** What the reader may do here. */
export interface SessionRights {
  lead: boolean;
  /** Plans it: revises and cancels it, invites, decides who comes. */
  organise: boolean;
  takePart: boolean;
  observer: boolean;
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
  | 'cancelledAt'
>;
