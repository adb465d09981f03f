import {
  boolean,
  bytes,
  index,
  integer,
  json,
  primaryKey,
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
import type { Outcome } from '../count.ts';
import type {
  ChangeKind,
  Decider,
  Holder,
  Method,
  Option,
  Quorum,
  SubjectKind,
  Value,
  ValuesSeen,
  Words
} from '../positions.ts';

/** The act is the proposer's. `forum` and `outcome` are frozen at the close: what was decided follows no later renaming. */
export const proposals = table(
  'proposals',
  {
    id: text('id').primaryKey(),
    spaceId: text('space_id')
      .notNull()
      .references(() => spaces.id),
    subjectKind: text('subject_kind').$type<SubjectKind>().notNull(),
    subjectId: text('subject_id').notNull(),
    ...actColumns(),
    question: text('question').notNull(),
    explanation: text('explanation'),
    lang: text('lang').notNull(),
    dir: text('dir').$type<Direction>().notNull(),
    method: text('method').$type<Method>().notNull(),
    multiple: boolean('multiple').notNull(),
    options: json<Option[]>('options').notNull(),
    decides: text('decides').$type<Decider>().notNull(),
    /** Whether who answered what is recorded. A secret ballot will keep values without their position. */
    secrecy: text('secrecy').$type<'recorded' | 'secret'>().notNull().default('recorded'),
    visible: text('visible').$type<ValuesSeen>().notNull(),
    awaitedShown: boolean('awaited_shown').notNull(),
    quorum: json<Quorum>('quorum'),
    timezone: text('timezone').notNull(),
    opensAt: timestamp('opens_at').notNull(),
    closesAt: timestamp('closes_at').notNull(),
    closedAt: timestamp('closed_at'),
    /** Set when it was taken back: it stays to be read, and has no result and no record. */
    withdrawnAt: timestamp('withdrawn_at'),
    /** Who closed it early; null: it closed at its time. */
    closedBy: json<Act>('closed_by'),
    forum: json<{ slug: string; titles: Names }>('forum'),
    outcome: json<Outcome>('outcome'),
    /** How many of those who decide have answered. */
    answered: integer('answered').notNull().default(0),
    /** Grows with what the room may hear of, and with nothing else. */
    seq: integer('seq').notNull().default(0),
    /** Grows with every act: whoever changes a proposal takes its row by it. Nobody is shown it. */
    turns: integer('turns').notNull().default(0),
    createdAt: timestamp('created_at').notNull()
  },
  (t) => [
    index('proposals_subject').on(t.subjectKind, t.subjectId),
    index('proposals_space').on(t.spaceId, t.createdAt),
    index('proposals_due').on(t.closedAt, t.closesAt)
  ]
);

/** Who decides, as they were when they came onto the list; what changes in it afterwards is a change with its reason. */
export const proposalEligibles = table(
  'proposal_eligibles',
  {
    proposalId: text('proposal_id')
      .notNull()
      .references(() => proposals.id),
    holder: text('holder').notNull(),
    view: json<Holder>('view').notNull()
  },
  (t) => [primaryKey({ columns: [t.proposalId, t.holder] })]
);

/** Extensions, early closings, withdrawals, and who was added to or taken from those who decide; with their reasons. */
export const proposalChanges = table(
  'proposal_changes',
  {
    id: text('id').primaryKey(),
    proposalId: text('proposal_id')
      .notNull()
      .references(() => proposals.id),
    ...actColumns(),
    kind: text('kind').$type<ChangeKind>().notNull(),
    about: json<Holder>('about'),
    before: timestamp('before').notNull(),
    after: timestamp('after').notNull(),
    reason: text('reason').notNull(),
    createdAt: timestamp('created_at').notNull()
  },
  (t) => [index('proposal_changes_proposal').on(t.proposalId)]
);

/**
 * Whose position it is (`holder`), and the act of who cast it. A change is a new row: the one before is kept and says by
 * what it was superseded. What was answered stands apart, in `position_values`.
 */
export const positions = table(
  'positions',
  {
    id: text('id').primaryKey(),
    proposalId: text('proposal_id')
      .notNull()
      .references(() => proposals.id),
    holder: text('holder').notNull(),
    view: json<Holder>('view').notNull(),
    standing: text('standing').$type<'decides' | 'advises'>().notNull(),
    revision: integer('revision').notNull(),
    ...actColumns(),
    /** The kind of organisation whose word it is: what a ministry said for its country only a ministry changes. */
    authority: text('authority'),
    delegationId: text('delegation_id'),
    /** SHA-256 over the salted answer: the audit log's, so that a record can be held against it. */
    commitment: text('commitment').notNull(),
    seq: integer('seq').notNull(),
    castAt: timestamp('cast_at').notNull(),
    supersededAt: timestamp('superseded_at'),
    supersededBy: text('superseded_by')
  },
  (t) => [
    uniqueIndex('positions_holder').on(t.proposalId, t.holder, t.revision),
    index('positions_current').on(t.proposalId, t.supersededAt)
  ]
);

/** `positionId` is null in a secret ballot only. */
export const positionValues = table(
  'position_values',
  {
    id: text('id').primaryKey(),
    proposalId: text('proposal_id')
      .notNull()
      .references(() => proposals.id),
    positionId: text('position_id').references(() => positions.id),
    value: json<Value>('value').notNull(),
    reservation: json<Words>('reservation'),
    explanation: json<Words>('explanation'),
    salt: text('salt').notNull()
  },
  (t) => [
    uniqueIndex('position_values_position').on(t.positionId),
    index('position_values_proposal').on(t.proposalId)
  ]
);

/** The act is that of who granted it for `holder`. */
export const positionDelegations = table(
  'position_delegations',
  {
    id: text('id').primaryKey(),
    proposalId: text('proposal_id')
      .notNull()
      .references(() => proposals.id),
    holder: text('holder').notNull(),
    view: json<Holder>('view').notNull(),
    ...actColumns(),
    authority: text('authority'),
    toOrganisationId: text('to_organisation_id').notNull(),
    toOrganisation: json<Names>('to_organisation').notNull(),
    toOrganisationSlug: text('to_organisation_slug').notNull(),
    toPersonId: text('to_person_id'),
    toPersonName: text('to_person_name'),
    createdAt: timestamp('created_at').notNull(),
    endsAt: timestamp('ends_at').notNull(),
    revokedAt: timestamp('revoked_at'),
    revokedBy: json<Act>('revoked_by')
  },
  (t) => [index('position_delegations_proposal').on(t.proposalId, t.holder)]
);

/** What stays of a closed proposal, as bytes: canonical JSON and its SHA-256. */
export const proposalRecords = table('proposal_records', {
  proposalId: text('proposal_id')
    .primaryKey()
    .references(() => proposals.id),
  bytes: bytes('bytes').notNull(),
  hash: text('hash').notNull(),
  builtAt: timestamp('built_at').notNull()
});
