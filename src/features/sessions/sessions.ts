import * as v from 'valibot';
import { capacityField, type Act } from '#features/people/people.ts';
import type { InRoom } from '#lib/live/room.ts';
import type { Direction } from '#lib/dir.ts';
import type { Names } from '#lib/names.ts';
import { isText } from '#lib/plain-text.ts';
import type { DelegationCount } from './delegations.ts';
import { turnKinds, type QueueEntry, type TurnKind } from './queue.ts';
import { isTimezone, utcOf } from './zone.ts';

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

const id = v.pipe(v.string(), v.uuid('not-found'));
const seconds = v.pipe(
  v.union([v.number(), v.pipe(v.string(), v.regex(/^\d{1,5}$/), v.transform(Number))]),
  v.integer(),
  v.minValue(1)
);
const line = (max: number) =>
  v.pipe(v.string(), v.trim(), v.maxLength(max, 'too-long'), v.check(isText, 'not-text'));
const link = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(limits.linkLength, 'too-long'),
  v.regex(/^https:\/\/[^\s<>"]+$/i, 'link-not-https')
);
const languageTag = v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/), v.maxLength(20));
/** What a browser's date field sends: a local date and time without a zone. */
const localTime = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/, 'date-invalid'),
  v.check((local) => !Number.isNaN(Date.parse(`${local}Z`)), 'date-invalid')
);

/** One line of the agenda field: `20 | Options for 2027 | https://...`; minutes and paper may be left out. */
export function parseAgenda(text: string): { minutes: number; title: string; document: string | null }[] {
  const lines = text
    .split(/\r?\n/)
    .map((each) => each.trim())
    .filter(Boolean);
  return lines.map((each) => {
    const parts = each.split('|').map((part) => part.trim());
    const timed = /^\d+$/.test(parts[0]) && parts.length > 1;
    const [title, document] = timed ? parts.slice(1) : parts;
    return { minutes: timed ? Number(parts[0]) : 10, title, document: document || null };
  });
}

const agenda = v.pipe(
  v.optional(v.pipe(v.string(), v.maxLength(20_000, 'too-long'), v.check(isText, 'not-text')), ''),
  v.transform(parseAgenda),
  v.maxLength(limits.items, 'agenda-too-long'),
  v.array(
    v.object({
      title: v.pipe(
        v.string(),
        v.minLength(1, 'agenda-line'),
        v.maxLength(limits.itemTitleLength, 'too-long')
      ),
      minutes: v.pipe(
        v.number(),
        v.minValue(1, 'agenda-line'),
        v.maxValue(limits.itemMinutes, 'agenda-line')
      ),
      document: v.nullable(link)
    })
  )
);

export const newSession = v.pipe(
  v.object({
    forum: v.pipe(v.string('forum-missing'), v.maxLength(80)),
    title: v.pipe(
      v.string('title-missing'),
      v.trim(),
      v.minLength(1, 'title-missing'),
      v.maxLength(limits.titleLength, 'too-long'),
      v.check(isText, 'not-text')
    ),
    lang: v.optional(languageTag, 'en'),
    kind: v.optional(v.picklist(sessionKinds), 'forum_session'),
    starts: v.pipe(v.string('date-invalid'), localTime),
    ends: v.pipe(v.string('date-invalid'), localTime),
    timezone: v.pipe(v.string('timezone-unknown'), v.check(isTimezone, 'timezone-unknown')),
    place: v.optional(line(limits.placeLength)),
    onlineLink: v.optional(link),
    audience: v.optional(v.picklist(audiences), 'space'),
    countries: v.optional(
      v.pipe(v.array(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/))), v.maxLength(limits.countries)),
      []
    ),
    agenda,
    /** A person of the forum; without it, who schedules the session chairs it. */
    chair: v.optional(id),
    capacity: capacityField
  }),
  v.forward(
    v.check(({ starts, ends }) => ends > starts, 'ends-before-start'),
    ['ends']
  ),
  v.forward(
    v.check(
      ({ starts, ends }) => Date.parse(ends) - Date.parse(starts) <= limits.sessionDays * 86_400_000,
      'session-too-long'
    ),
    ['ends']
  ),
  v.transform(({ starts, ends, ...rest }) => ({
    ...rest,
    startsAt: utcOf(starts, rest.timezone),
    endsAt: utcOf(ends, rest.timezone)
  }))
);
export type NewSession = v.InferOutput<typeof newSession>;

const inSession = { session: id };
export const sessionOnly = v.object(inSession);
/** Registering, joining, opening: an act in a capacity. */
export const sessionAct = v.object({ ...inSession, capacity: capacityField });
export const itemChoice = v.object({ ...inSession, item: id });
export const floorRequest = v.object({
  ...inSession,
  kind: v.optional(v.picklist(turnKinds), 'statement'),
  capacity: capacityField
});
export const turnChoice = v.object({ ...inSession, turn: id });
/** `after` is who had the floor in the window where the chair pressed: a double press must not skip a speaker. */
export const floorGift = v.object({
  ...inSession,
  turn: v.optional(id),
  after: v.optional(v.union([v.literal('nobody'), id]))
});
/** `limit` is what the chair saw: pressing twice by mistake adds once. */
export const turnExtension = v.object({
  ...inSession,
  turn: id,
  limit: seconds,
  by: v.optional(seconds, limits.extensionSeconds)
});
export const newStatement = v.object({
  ...inSession,
  /** Made by the writer's page, so that sending twice posts once. */
  id,
  body: v.pipe(
    v.string('empty'),
    v.trim(),
    v.minLength(1, 'empty'),
    v.maxLength(limits.statementLength, 'too-long'),
    v.check(isText, 'not-text')
  ),
  lang: v.optional(languageTag, 'en'),
  capacity: capacityField
});
