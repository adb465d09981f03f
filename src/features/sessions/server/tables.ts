import { index, integer, json, table, text, timestamp, uniqueIndex } from '#lib/server/columns.ts';
import type { Names } from '#lib/names.ts';
import type { Act } from '#features/people/people.ts';
import { spaces } from '#features/spaces/server/tables.ts';
import type { CoOrganiser, RegistrationRule } from '../planning.ts';
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
    /** Who may preside when the chair cannot; as they were when they were named. */
    deputies: json<Act[]>('deputies'),
    /** Who took the chair, since when; nobody: the chair presides. */
    presiding: json<Act>('presiding'),
    presidingSince: timestamp('presiding_since'),
    /** When the line of who presides was lost. */
    presidingLostAt: timestamp('presiding_lost_at'),
    revision: integer('revision').notNull(),
    seq: integer('seq').notNull(),
    /** By part of the room, the sequence of its last change. */
    partSeqs: json<Record<string, number>>('part_seqs'),
    /** Hours before the beginning and after the close in which statements may be written; null: none. */
    writtenBefore: integer('written_before'),
    writtenAfter: integer('written_after'),
    /** When the window after the close ends; set by the close. */
    writtenUntil: timestamp('written_until'),
    openedAt: timestamp('opened_at'),
    closedAt: timestamp('closed_at'),
    /** The event that it belongs to: a side event's conference, the meeting that a pre-session prepares. */
    parentId: text('parent_id'),
    seriesId: text('series_id'),
    /** Organisations that hold it together with the forum's own, as they were named then. */
    coOrganisers: json<CoOrganiser[]>('co_organisers'),
    /** Null: open, as sessions were before there was a rule. */
    registrationRule: text('registration_rule').$type<RegistrationRule>(),
    capacity: integer('capacity'),
    /** How many hours before the beginning those registered are reminded. */
    reminders: json<number[]>('reminders'),
    cancelledAt: timestamp('cancelled_at'),
    cancelledReason: text('cancelled_reason'),
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
