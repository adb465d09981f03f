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
import type { Names } from '#lib/names.ts';
import { organisations, persons } from '#features/people/server/tables.ts';
import { sql } from 'drizzle-orm';
import type {
  CircleFunction,
  InvitationKind,
  Joining,
  RequestOutcome,
  SpaceKind,
  SpaceRole,
  SpaceTextKind,
  Visibility
} from '../spaces.ts';

export const spaces = table(
  'spaces',
  {
    id: text('id').primaryKey(),
    slug: text('slug').notNull(),
    kind: text('kind').$type<SpaceKind>().notNull(),
    /** Of a circle: whose it is. */
    circleFunction: text('circle_function').$type<CircleFunction>(),
    titles: json<Names>('titles').notNull(),
    purposes: json<Names>('purposes').notNull(),
    countries: json<string[]>('countries').notNull(),
    regions: json<string[]>('regions').notNull(),
    axis: text('axis'),
    topics: json<string[]>('topics').notNull(),
    leadOrganisationId: text('lead_organisation_id').references(() => organisations.id),
    visibility: text('visibility').$type<Visibility>().notNull(),
    joining: text('joining').$type<Joining>().notNull().default('open'),
    /** Observers read. Where this is so they also speak; they never decide. */
    observersSpeak: boolean('observers_speak').notNull().default(false),
    /** Set: the space is read, and nothing in it changes any more, until an administrator opens it again. */
    archivedAt: timestamp('archived_at'),
    archivedBy: text('archived_by'),
    /** Grows with every change that the room `space:ID` hears of. */
    seq: integer('seq').notNull().default(0),
    illustrative: boolean('illustrative').notNull(),
    createdBy: text('created_by')
      .notNull()
      .references(() => persons.id),
    createdAt: timestamp('created_at').notNull()
  },
  (t) => [uniqueIndex('spaces_slug').on(t.slug)]
);

export const spaceMembers = table(
  'space_members',
  {
    spaceId: text('space_id')
      .notNull()
      .references(() => spaces.id),
    personId: text('person_id')
      .notNull()
      .references(() => persons.id),
    role: text('role').$type<SpaceRole>().notNull(),
    /** The organisation that they came in through: when they may no longer act for it, their place ends. */
    through: text('through'),
    /** The number of the house rules that they accepted. */
    rulesAccepted: integer('rules_accepted'),
    addedBy: text('added_by'),
    createdAt: timestamp('created_at').notNull()
  },
  (t) => [primaryKey({ columns: [t.spaceId, t.personId] }), index('space_members_person').on(t.personId)]
);

/** House rules and the pinned summary, each as often as it was written: the one with the highest number counts. */
export const spaceTexts = table(
  'space_texts',
  {
    spaceId: text('space_id')
      .notNull()
      .references(() => spaces.id),
    kind: text('kind').$type<SpaceTextKind>().notNull(),
    number: integer('number').notNull(),
    /** Markdown by language; empty when it was taken away. */
    texts: json<Names>('texts').notNull(),
    writtenBy: text('written_by')
      .notNull()
      .references(() => persons.id),
    createdAt: timestamp('created_at').notNull()
  },
  (t) => [primaryKey({ columns: [t.spaceId, t.kind, t.number] })]
);

/** Someone asks to be let in. Without an outcome it waits; there is one that waits a person and space. */
export const spaceRequests = table(
  'space_requests',
  {
    id: text('id').primaryKey(),
    spaceId: text('space_id')
      .notNull()
      .references(() => spaces.id),
    personId: text('person_id')
      .notNull()
      .references(() => persons.id),
    message: text('message').notNull(),
    rulesAccepted: integer('rules_accepted'),
    createdAt: timestamp('created_at').notNull(),
    outcome: text('outcome').$type<RequestOutcome>(),
    /** Why it was declined, in the moderator's words. */
    reason: text('reason'),
    decidedBy: text('decided_by'),
    decidedAt: timestamp('decided_at')
  },
  (t) => [
    index('space_requests_space').on(t.spaceId),
    index('space_requests_person').on(t.personId),
    uniqueIndex('space_requests_waiting')
      .on(t.spaceId, t.personId)
      .where(sql`outcome is null`)
  ]
);

/**
 * An open door: for a person (known, or by address), for those who act for an organisation, or for a country's delegation.
 * A person's is used up when accepted; the others, once accepted, let people in until they are withdrawn.
 */
export const spaceInvitations = table(
  'space_invitations',
  {
    id: text('id').primaryKey(),
    spaceId: text('space_id')
      .notNull()
      .references(() => spaces.id),
    kind: text('kind').$type<InvitationKind>().notNull(),
    personId: text('person_id'),
    email: text('email'),
    organisationId: text('organisation_id').references(() => organisations.id),
    country: text('country'),
    role: text('role').$type<SpaceRole>().notNull(),
    invitedBy: text('invited_by')
      .notNull()
      .references(() => persons.id),
    createdAt: timestamp('created_at').notNull(),
    expiresAt: timestamp('expires_at').notNull(),
    acceptedAt: timestamp('accepted_at'),
    acceptedBy: text('accepted_by'),
    /** The organisation in whose name it was accepted. */
    acceptedFor: text('accepted_for'),
    declinedAt: timestamp('declined_at'),
    declinedBy: text('declined_by'),
    withdrawnAt: timestamp('withdrawn_at'),
    withdrawnBy: text('withdrawn_by')
  },
  (t) => [
    index('space_invitations_space').on(t.spaceId),
    index('space_invitations_person').on(t.personId),
    index('space_invitations_email').on(t.email),
    index('space_invitations_organisation').on(t.organisationId),
    index('space_invitations_country').on(t.country)
  ]
);

/** Whose place a moderator ended: such a person comes back by a moderator's will only, through no open door. */
export const spaceRemovals = table(
  'space_removals',
  {
    spaceId: text('space_id')
      .notNull()
      .references(() => spaces.id),
    personId: text('person_id')
      .notNull()
      .references(() => persons.id),
    removedBy: text('removed_by').notNull(),
    createdAt: timestamp('created_at').notNull()
  },
  (t) => [primaryKey({ columns: [t.spaceId, t.personId] })]
);
