import type { Act } from '#features/people/people.ts';
import { briefs } from '#features/briefs/server/tables.ts';
import type { Polarity } from '#features/lessons/lessons.ts';
import { lessons } from '#features/lessons/server/tables.ts';
import { actColumns } from '#features/people/server/act-columns.ts';
import { sessionItems, sessions } from '#features/sessions/server/tables.ts';
import type { Direction } from '#lib/dir.ts';
import {
  index,
  integer,
  json,
  primaryKey,
  table,
  text,
  timestamp,
  uniqueIndex
} from '#lib/server/columns.ts';
import type { OutcomeKind, Responsible } from '../outcomes.ts';

/** Who writes the minutes and records the outcomes, in the capacity in which they came. One row each time they are named. */
export const sessionRapporteurs = table(
  'session_rapporteurs',
  {
    id: text('id').primaryKey(),
    sessionId: text('session_id')
      .notNull()
      .references(() => sessions.id),
    ...actColumns(),
    namedBy: json<Act>('named_by').notNull(),
    namedAt: timestamp('named_at').notNull(),
    endedAt: timestamp('ended_at')
  },
  (t) => [index('session_rapporteurs_session').on(t.sessionId, t.personId)]
);

const words = () => ({
  text: text('text').notNull(),
  lang: text('lang').notNull(),
  dir: text('dir').$type<Direction>().notNull(),
  who: json<Responsible>('who'),
  byDay: text('by_day')
});

/** `seq` is the session's at the outcome's last change. */
export const sessionOutcomes = table(
  'session_outcomes',
  {
    id: text('id').primaryKey(),
    sessionId: text('session_id')
      .notNull()
      .references(() => sessions.id),
    itemId: text('item_id').references(() => sessionItems.id),
    kind: text('kind').$type<OutcomeKind>().notNull(),
    number: integer('number').notNull(),
    ...words(),
    ...actColumns(),
    seq: integer('seq').notNull(),
    createdAt: timestamp('created_at').notNull(),
    withdrawnAt: timestamp('withdrawn_at'),
    withdrawnBy: json<Act>('withdrawn_by'),
    reason: text('reason')
  },
  (t) => [
    uniqueIndex('session_outcomes_number').on(t.sessionId, t.kind, t.number),
    index('session_outcomes_seq').on(t.sessionId, t.seq)
  ]
);

/** What an outcome said before it was revised, and who had said it so; `endedAt` is when it was revised. */
export const sessionOutcomeRevisions = table(
  'session_outcome_revisions',
  {
    outcomeId: text('outcome_id')
      .notNull()
      .references(() => sessionOutcomes.id),
    number: integer('number').notNull(),
    ...words(),
    revisedBy: json<Act>('revised_by').notNull(),
    endedAt: timestamp('ended_at').notNull()
  },
  (t) => [primaryKey({ columns: [t.outcomeId, t.number] })]
);

/** The minutes are a text that is written together; at the close it is published, once, under this number. */
export const sessionMinutes = table('session_minutes', {
  sessionId: text('session_id')
    .primaryKey()
    .references(() => sessions.id),
  briefId: text('brief_id')
    .notNull()
    .references(() => briefs.id),
  startedAt: timestamp('started_at').notNull(),
  published: integer('published'),
  sha256: text('sha256')
});

/** A lesson that was captured in a session, as it was called then: what became of it since is the lesson's own to say. */
export const sessionLessons = table(
  'session_lessons',
  {
    lessonId: text('lesson_id')
      .primaryKey()
      .references(() => lessons.id),
    sessionId: text('session_id')
      .notNull()
      .references(() => sessions.id),
    /** The statement that gave the idea, as the page's fragment names it. */
    anchor: text('anchor'),
    heading: text('heading').notNull(),
    lang: text('lang').notNull(),
    polarity: text('polarity').$type<Polarity>().notNull(),
    ...actColumns(),
    seq: integer('seq').notNull(),
    createdAt: timestamp('created_at').notNull()
  },
  (t) => [index('session_lessons_seq').on(t.sessionId, t.seq)]
);

/** The text that the room has before it; one at a time, each from when to when. `act`: who put it there. */
export const sessionTexts = table(
  'session_texts',
  {
    id: text('id').primaryKey(),
    sessionId: text('session_id')
      .notNull()
      .references(() => sessions.id),
    itemId: text('item_id').references(() => sessionItems.id),
    briefId: text('brief_id')
      .notNull()
      .references(() => briefs.id),
    /** The brief's title then. */
    heading: text('heading').notNull(),
    lang: text('lang').notNull(),
    ...actColumns(),
    shownAt: timestamp('shown_at').notNull(),
    endedAt: timestamp('ended_at')
  },
  (t) => [index('session_texts_session').on(t.sessionId, t.shownAt)]
);
