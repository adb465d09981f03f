import {
  boolean,
  index,
  json,
  primaryKey,
  table,
  text,
  timestamp,
  uniqueIndex
} from '#lib/server/columns.ts';
import type { Names } from '#lib/names.ts';
import type { Mandate } from '../people.ts';

/** `email` and `passwordHash` are null for people who have no sign-in, e.g. senders of an imported list. */
export const persons = table(
  'persons',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    email: text('email'),
    passwordHash: text('password_hash'),
    country: text('country'),
    title: text('title'),
    bio: text('bio'),
    locale: text('locale'),
    timezone: text('timezone'),
    languages: json<string[]>('languages').notNull(),
    occupations: json<string[]>('occupations').notNull(),
    expertise: json<string[]>('expertise').notNull(),
    illustrative: boolean('illustrative').notNull(),
    createdAt: timestamp('created_at').notNull()
  },
  (t) => [uniqueIndex('persons_email').on(t.email)]
);

export const administrators = table('administrators', {
  personId: text('person_id')
    .primaryKey()
    .references(() => persons.id),
  grantedBy: text('granted_by'),
  createdAt: timestamp('created_at').notNull()
});

export const organisations = table(
  'organisations',
  {
    id: text('id').primaryKey(),
    slug: text('slug').notNull(),
    kind: text('kind').notNull(),
    sector: text('sector'),
    names: json<Names>('names').notNull(),
    acronym: text('acronym'),
    country: text('country'),
    parentId: text('parent_id'),
    about: json<Names>('about').notNull(),
    illustrative: boolean('illustrative').notNull(),
    createdAt: timestamp('created_at').notNull()
  },
  (t) => [
    uniqueIndex('organisations_slug').on(t.slug),
    index('organisations_country').on(t.country),
    index('organisations_parent').on(t.parentId)
  ]
);

/** An organisation that belongs to another, e.g. a national association to its federation. */
export const organisationMembers = table(
  'organisation_members',
  {
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id),
    memberId: text('member_id')
      .notNull()
      .references(() => organisations.id),
    createdAt: timestamp('created_at').notNull()
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.memberId] })]
);

/** A person's place in an organisation, with the mandate it gave. Ended by `endsAt`, never deleted. */
export const affiliations = table(
  'affiliations',
  {
    id: text('id').primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => persons.id),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id),
    unit: text('unit'),
    title: text('title'),
    mandate: text('mandate').$type<Mandate>().notNull(),
    mandateGrantedBy: text('mandate_granted_by'),
    startsAt: timestamp('starts_at').notNull(),
    endsAt: timestamp('ends_at'),
    createdAt: timestamp('created_at').notNull()
  },
  (t) => [
    index('affiliations_person').on(t.personId),
    index('affiliations_organisation').on(t.organisationId)
  ]
);

/** `id` is the SHA-256 of the cookie's token: who reads this table cannot sign in with what it holds. */
export const signIns = table(
  'sign_ins',
  {
    id: text('id').primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => persons.id),
    actingAs: text('acting_as').notNull(),
    userAgent: text('user_agent'),
    createdAt: timestamp('created_at').notNull(),
    expiresAt: timestamp('expires_at').notNull()
  },
  (t) => [index('sign_ins_person').on(t.personId)]
);

/** `tokenHash` as in sign_ins. `role` is `member`, or `administrator` for the first one of an empty house. */
export const invitations = table(
  'invitations',
  {
    tokenHash: text('token_hash').primaryKey(),
    role: text('role').$type<'member' | 'administrator'>().notNull(),
    email: text('email'),
    organisationId: text('organisation_id').references(() => organisations.id),
    mandate: text('mandate').$type<Mandate>().notNull(),
    invitedBy: text('invited_by'),
    createdAt: timestamp('created_at').notNull(),
    expiresAt: timestamp('expires_at').notNull(),
    acceptedAt: timestamp('accepted_at'),
    acceptedBy: text('accepted_by')
  },
  (t) => [index('invitations_organisation').on(t.organisationId)]
);

export const passwordResets = table('password_resets', {
  tokenHash: text('token_hash').primaryKey(),
  personId: text('person_id')
    .notNull()
    .references(() => persons.id),
  createdAt: timestamp('created_at').notNull(),
  expiresAt: timestamp('expires_at').notNull(),
  usedAt: timestamp('used_at')
});
