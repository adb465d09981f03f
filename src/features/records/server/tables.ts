import type { Act } from '#features/people/people.ts';
import { actColumns } from '#features/people/server/act-columns.ts';
import { sessions } from '#features/sessions/server/tables.ts';
import type { Direction } from '#lib/dir.ts';
import { bytes, index, integer, json, table, text, timestamp, uniqueIndex } from '#lib/server/columns.ts';
import type { EditionReason } from '../approval.ts';

/** The first edition: written once, in the transaction that closes the session; never updated. `hash` is the SHA-256 of `bytes`, in hex. */
export const sessionRecords = table('session_records', {
  sessionId: text('session_id')
    .primaryKey()
    .references(() => sessions.id),
  bytes: bytes('bytes').notNull(),
  hash: text('hash').notNull(),
  /** The session's sequence at which it was cut; null in records older than what may come after a close. */
  upTo: integer('up_to'),
  builtAt: timestamp('built_at').notNull()
});

/** The editions after the first, from 2: each written once, in the transaction of what it was made for, and never updated. */
export const sessionRecordEditions = table(
  'session_record_editions',
  {
    id: text('id').primaryKey(),
    sessionId: text('session_id')
      .notNull()
      .references(() => sessions.id),
    number: integer('number').notNull(),
    reason: text('reason').$type<EditionReason>().notNull(),
    bytes: bytes('bytes').notNull(),
    hash: text('hash').notNull(),
    upTo: integer('up_to').notNull(),
    builtAt: timestamp('built_at').notNull()
  },
  (t) => [uniqueIndex('session_record_editions_number').on(t.sessionId, t.number)]
);

/** A correction, as it was proposed; what became of it follows from its dates. */
export const sessionAmendments = table(
  'session_amendments',
  {
    id: text('id').primaryKey(),
    sessionId: text('session_id')
      .notNull()
      .references(() => sessions.id),
    number: integer('number').notNull(),
    passage: text('passage').notNull(),
    body: text('body').notNull(),
    reason: text('reason'),
    lang: text('lang').notNull(),
    dir: text('dir').$type<Direction>().notNull(),
    ...actColumns(),
    proposedAt: timestamp('proposed_at').notNull(),
    withdrawnAt: timestamp('withdrawn_at'),
    acceptedAt: timestamp('accepted_at'),
    refusedAt: timestamp('refused_at'),
    decidedBy: json<Act>('decided_by'),
    decision: text('decision'),
    /** The session's sequence of the decision: an edition that was cut before does not know it. */
    decidedSeq: integer('decided_seq')
  },
  (t) => [uniqueIndex('session_amendments_number').on(t.sessionId, t.number)]
);

/** Until when corrections are taken, and the approval. A session without it was closed before there was any: its record is final. */
export const sessionApprovals = table(
  'session_approvals',
  {
    sessionId: text('session_id')
      .primaryKey()
      .references(() => sessions.id),
    deadline: timestamp('deadline').notNull(),
    approvedAt: timestamp('approved_at'),
    /** null with a date: nobody objected until the deadline. */
    approvedBy: json<Act>('approved_by'),
    early: text('early'),
    approvedSeq: integer('approved_seq')
  },
  (t) => [index('session_approvals_due').on(t.approvedAt, t.deadline)]
);
