import { actColumns } from '#features/people/server/act-columns.ts';
import { sessions } from '#features/sessions/server/tables.ts';
import type { Direction } from '#lib/dir.ts';
import {
  boolean,
  index,
  integer,
  json,
  primaryKey,
  table,
  text,
  timestamp,
  uniqueIndex
} from '#lib/server/columns.ts';
import type { BallotKind, BallotResult, EndedBy, Majority, Option, Voter } from '../ballots.ts';

/** What was put to the room. The act is that of who put it; the result is frozen at the end. */
export const sessionBallots = table(
  'session_ballots',
  {
    id: text('id').primaryKey(),
    sessionId: text('session_id')
      .notNull()
      .references(() => sessions.id),
    itemId: text('item_id'),
    number: integer('number').notNull(),
    kind: text('kind').$type<BallotKind>().notNull(),
    question: text('question').notNull(),
    lang: text('lang').notNull(),
    dir: text('dir').$type<Direction>().notNull(),
    options: json<Option[]>('options').notNull(),
    voter: text('voter').$type<Voter>().notNull(),
    secret: boolean('secret').notNull(),
    majority: text('majority').$type<Majority>().notNull(),
    quorum: integer('quorum'),
    ...actColumns(),
    startedAt: timestamp('started_at').notNull(),
    endsAt: timestamp('ends_at'),
    endedAt: timestamp('ended_at'),
    endedBy: text('ended_by').$type<EndedBy>(),
    withdrawnAt: timestamp('withdrawn_at'),
    result: json<BallotResult>('result'),
    /** The session's sequence at the ballot's last change. */
    seq: integer('seq').notNull()
  },
  (t) => [
    uniqueIndex('session_ballots_number').on(t.sessionId, t.number),
    index('session_ballots_due').on(t.endedAt, t.endsAt)
  ]
);

/** The countries that decide, with WHO's region of them then. Nobody comes onto the list, or leaves it, while it runs. */
export const sessionBallotDeciders = table(
  'session_ballot_deciders',
  {
    ballotId: text('ballot_id')
      .notNull()
      .references(() => sessionBallots.id),
    country: text('country').notNull(),
    region: text('region')
  },
  (t) => [primaryKey({ columns: [t.ballotId, t.country] })]
);

/**
 * Who answered, and for whom: `holder` is `country:SN` or `person:ID`. A change is a new row. `choice` is null in a secret ballot from
 * the start, and in a look around among persons from its end.
 */
export const sessionBallotCasts = table(
  'session_ballot_casts',
  {
    id: text('id').primaryKey(),
    ballotId: text('ballot_id')
      .notNull()
      .references(() => sessionBallots.id),
    holder: text('holder').notNull(),
    revision: integer('revision').notNull(),
    ...actColumns(),
    /** The kind of organisation whose word it is: what a ministry said for its country only a ministry changes. */
    authority: text('authority'),
    choice: text('choice'),
    salt: text('salt'),
    commitment: text('commitment'),
    castAt: timestamp('cast_at').notNull(),
    supersededAt: timestamp('superseded_at')
  },
  (t) => [uniqueIndex('session_ballot_casts_holder').on(t.ballotId, t.holder, t.revision)]
);

/**
 * The box of a secret ballot: a sum for each choice, and nothing else. There is no paper that could be put beside the row of who cast
 * it, by its id, its hour or its place in the table; what is in the box cannot be taken out again.
 */
export const sessionBallotSums = table(
  'session_ballot_sums',
  {
    ballotId: text('ballot_id')
      .notNull()
      .references(() => sessionBallots.id),
    choice: text('choice').notNull(),
    papers: integer('papers').notNull()
  },
  (t) => [primaryKey({ columns: [t.ballotId, t.choice] })]
);

/** Why a delegation answered as it did, once for each ballot. */
export const sessionBallotExplanations = table(
  'session_ballot_explanations',
  {
    id: text('id').primaryKey(),
    sessionId: text('session_id')
      .notNull()
      .references(() => sessions.id),
    ballotId: text('ballot_id')
      .notNull()
      .references(() => sessionBallots.id),
    holder: text('holder').notNull(),
    ...actColumns(),
    body: text('body').notNull(),
    lang: text('lang').notNull(),
    dir: text('dir').$type<Direction>().notNull(),
    seq: integer('seq').notNull(),
    createdAt: timestamp('created_at').notNull()
  },
  (t) => [
    uniqueIndex('session_ballot_explanations_holder').on(t.ballotId, t.holder),
    index('session_ballot_explanations_session').on(t.sessionId, t.seq)
  ]
);
