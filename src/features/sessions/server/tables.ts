import {
  boolean,
  bytes,
  index,
  integer,
  json,
  table,
  text,
  timestamp,
  uniqueIndex
} from '#lib/server/columns.ts';
import type { Direction } from '#lib/dir.ts';
import type { Names } from '#lib/names.ts';
import type { Act } from '#features/people/people.ts';
import { actColumns } from '#features/people/server/act-columns.ts';
import { spaces } from '#features/spaces/server/tables.ts';
import type { TurnKind } from '../queue.ts';
import type { Audience, SessionKind } from '../sessions.ts';

/** `scheduledBy` and `chair` are acts, as they were then. `forum` is frozen at closing: the record must not follow a later renaming. */
export const sessions = table(
  'sessions',
  {
    id: text('id').primaryKey(),
    spaceId: text('space_id')
      .notNull()
      .references(() => spaces.id),
    forum: json<{ slug: string; titles: Names }>('forum'),
    title: text('title').notNull(),
    lang: text('lang').notNull(),
    kind: text('kind').$type<SessionKind>().notNull(),
    startsAt: timestamp('starts_at').notNull(),
    endsAt: timestamp('ends_at').notNull(),
    timezone: text('timezone').notNull(),
    place: text('place'),
    onlineLink: text('online_link'),
    audience: text('audience').$type<Audience>().notNull(),
    countries: json<string[]>('countries').notNull(),
    chairPersonId: text('chair_person_id').notNull(),
    chair: json<Act>('chair').notNull(),
    scheduledBy: json<Act>('scheduled_by').notNull(),
    revision: integer('revision').notNull(),
    seq: integer('seq').notNull(),
    openedAt: timestamp('opened_at'),
    closedAt: timestamp('closed_at'),
    createdAt: timestamp('created_at').notNull()
  },
  (t) => [
    index('sessions_space').on(t.spaceId, t.startsAt),
    index('sessions_closed').on(t.closedAt, t.startsAt)
  ]
);

export const sessionItems = table(
  'session_items',
  {
    id: text('id').primaryKey(),
    sessionId: text('session_id')
      .notNull()
      .references(() => sessions.id),
    position: integer('position').notNull(),
    title: text('title').notNull(),
    minutes: integer('minutes').notNull(),
    document: text('document'),
    openedAt: timestamp('opened_at'),
    closedAt: timestamp('closed_at')
  },
  (t) => [uniqueIndex('session_items_position').on(t.sessionId, t.position)]
);

/** One row a person: withdrawing dates it, registering again opens it anew in the capacity of that moment. */
export const sessionRegistrations = table(
  'session_registrations',
  {
    id: text('id').primaryKey(),
    sessionId: text('session_id')
      .notNull()
      .references(() => sessions.id),
    ...actColumns(),
    registeredAt: timestamp('registered_at').notNull(),
    withdrawnAt: timestamp('withdrawn_at')
  },
  (t) => [uniqueIndex('session_registrations_person').on(t.sessionId, t.personId)]
);

/** One row each time a person came, in the capacity in which they came. */
export const sessionAttendances = table(
  'session_attendances',
  {
    id: text('id').primaryKey(),
    sessionId: text('session_id')
      .notNull()
      .references(() => sessions.id),
    ...actColumns(),
    joinedAt: timestamp('joined_at').notNull(),
    leftAt: timestamp('left_at')
  },
  (t) => [index('session_attendances_session').on(t.sessionId, t.personId)]
);

/** A request for the floor, and the turn it became. Waiting: neither started nor withdrawn. */
export const speakerTurns = table(
  'speaker_turns',
  {
    id: text('id').primaryKey(),
    sessionId: text('session_id')
      .notNull()
      .references(() => sessions.id),
    itemId: text('item_id').references(() => sessionItems.id),
    kind: text('kind').$type<TurnKind>().notNull(),
    limitSeconds: integer('limit_seconds').notNull(),
    /** Whether the person was an observer in the forum when they asked. */
    observer: boolean('observer').notNull(),
    requestedAt: timestamp('requested_at').notNull(),
    startedAt: timestamp('started_at'),
    endedAt: timestamp('ended_at'),
    withdrawnAt: timestamp('withdrawn_at'),
    ...actColumns()
  },
  (t) => [index('speaker_turns_session').on(t.sessionId, t.requestedAt)]
);

export const statements = table(
  'statements',
  {
    id: text('id').primaryKey(),
    sessionId: text('session_id')
      .notNull()
      .references(() => sessions.id),
    itemId: text('item_id').references(() => sessionItems.id),
    turnId: text('turn_id').references(() => speakerTurns.id),
    number: integer('number').notNull(),
    body: text('body').notNull(),
    lang: text('lang').notNull(),
    dir: text('dir').$type<Direction>().notNull(),
    seq: integer('seq').notNull(),
    ...actColumns(),
    createdAt: timestamp('created_at').notNull()
  },
  (t) => [
    uniqueIndex('statements_number').on(t.sessionId, t.number),
    index('statements_seq').on(t.sessionId, t.seq)
  ]
);

/** Written once, in the transaction that closes the session; never updated. `hash` is the SHA-256 of `bytes`, in hex. */
export const sessionRecords = table('session_records', {
  sessionId: text('session_id')
    .primaryKey()
    .references(() => sessions.id),
  bytes: bytes('bytes').notNull(),
  hash: text('hash').notNull(),
  builtAt: timestamp('built_at').notNull()
});
