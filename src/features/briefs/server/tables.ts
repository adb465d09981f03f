import { actColumns } from '#features/people/server/act-columns.ts';
import {
  boolean,
  bytes,
  index,
  integer,
  json,
  primaryKey,
  table,
  text,
  timestamp
} from '#lib/server/columns.ts';
import { spaces } from '#features/spaces/server/tables.ts';
import type { BriefAudience, BriefType, Contributor, GrantedRole, TextNode } from '../briefs.ts';

export const briefs = table(
  'briefs',
  {
    id: text('id').primaryKey(),
    spaceId: text('space_id')
      .notNull()
      .references(() => spaces.id),
    type: text('type').$type<BriefType>().notNull(),
    /** The brief's title; `title` is the author's function, in the act. */
    name: text('title').notNull(),
    lang: text('lang').notNull(),
    targetBody: text('target_body'),
    agendaItem: text('agenda_item'),
    deadline: timestamp('deadline'),
    /** Changes only when the text is made anew under the same id (a restored backup). */
    generation: text('generation').notNull(),
    audience: text('audience').$type<BriefAudience>().notNull().default('readers'),
    illustrative: boolean('illustrative').notNull(),
    ...actColumns(),
    createdAt: timestamp('created_at').notNull()
  },
  (t) => [index('briefs_space').on(t.spaceId)]
);

export const briefRoles = table(
  'brief_roles',
  {
    id: text('id').primaryKey(),
    briefId: text('brief_id')
      .notNull()
      .references(() => briefs.id),
    subjectKind: text('subject_kind').$type<'person' | 'organisation'>().notNull(),
    subjectId: text('subject_id').notNull(),
    role: text('role').$type<GrantedRole>().notNull(),
    grantedBy: text('granted_by').notNull(),
    createdAt: timestamp('created_at').notNull(),
    revokedBy: text('revoked_by'),
    revokedAt: timestamp('revoked_at')
  },
  (t) => [index('brief_roles_brief').on(t.briefId)]
);

/**
 * The log of the text, one row for each room and group commit. `seq` is made by the one room that holds the text:
 * the key makes a second, forgotten writer fail instead of forking the document.
 */
export const briefUpdates = table(
  'brief_updates',
  {
    briefId: text('brief_id')
      .notNull()
      .references(() => briefs.id),
    seq: integer('seq').notNull(),
    update: bytes('update').notNull(),
    createdAt: timestamp('created_at').notNull()
  },
  (t) => [primaryKey({ columns: [t.briefId, t.seq] })]
);

/** The whole text as of `throughSeq`; rows of the log up to it are gone. */
export const briefStates = table(
  'brief_states',
  {
    briefId: text('brief_id')
      .notNull()
      .references(() => briefs.id),
    throughSeq: integer('through_seq').notNull(),
    state: bytes('state').notNull(),
    createdAt: timestamp('created_at').notNull()
  },
  (t) => [primaryKey({ columns: [t.briefId, t.throughSeq] })]
);

/** Whose each piece of text is: every character carries a client id, and a client id has one author for ever. */
export const briefClients = table(
  'brief_clients',
  {
    briefId: text('brief_id')
      .notNull()
      .references(() => briefs.id),
    /** Yjs client ids go up to 2^53: as text they fit both databases. */
    clientId: text('client_id').notNull(),
    ...actColumns(),
    firstSeen: timestamp('first_seen').notNull()
  },
  (t) => [primaryKey({ columns: [t.briefId, t.clientId] })]
);

export const briefVersions = table(
  'brief_versions',
  {
    id: text('id').primaryKey(),
    briefId: text('brief_id')
      .notNull()
      .references(() => briefs.id),
    name: text('name').notNull(),
    state: bytes('state').notNull(),
    text: json<TextNode>('text').notNull(),
    words: integer('words').notNull(),
    ...actColumns(),
    createdAt: timestamp('created_at').notNull()
  },
  (t) => [index('brief_versions_brief').on(t.briefId)]
);

export const briefPublications = table(
  'brief_publications',
  {
    briefId: text('brief_id')
      .notNull()
      .references(() => briefs.id),
    number: integer('number').notNull(),
    name: text('title').notNull(),
    text: json<TextNode>('text').notNull(),
    organisations: json<Contributor[]>('organisations').notNull(),
    /** Names of those who wrote in a personal capacity. */
    persons: json<string[]>('persons').notNull(),
    sha256: text('sha256').notNull(),
    ...actColumns(),
    publishedAt: timestamp('published_at').notNull()
  },
  (t) => [primaryKey({ columns: [t.briefId, t.number] })]
);
