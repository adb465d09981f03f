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
import type { Direction } from '#lib/dir.ts';
import type { Names } from '#lib/names.ts';
import type { CopyAnswer } from '../copies.ts';

/** What lets a member's feed reader in, which cannot sign in: the SHA-256 of a token. One a person; a new one ends the old. */
export const feedTokens = table(
  'feed_tokens',
  {
    personId: text('person_id').primaryKey(),
    hash: text('hash').notNull(),
    createdAt: timestamp('created_at').notNull()
  },
  (t) => [uniqueIndex('feed_tokens_hash').on(t.hash)]
);

/** A closed thread offered to everyone: asked for by a moderator, public once it has an edition, until it is withdrawn. */
export const readingCopies = table(
  'reading_copies',
  {
    id: text('id').primaryKey(),
    threadId: text('thread_id').notNull(),
    spaceId: text('space_id').notNull(),
    subject: text('subject').notNull(),
    lang: text('lang').notNull(),
    dir: text('dir').$type<Direction>().notNull(),
    proposedBy: text('proposed_by').notNull(),
    createdAt: timestamp('created_at').notNull(),
    publishedAt: timestamp('published_at'),
    publishedBy: text('published_by'),
    withdrawnAt: timestamp('withdrawn_at'),
    withdrawnBy: text('withdrawn_by'),
    reason: text('reason')
  },
  (t) => [index('reading_copies_thread').on(t.threadId), index('reading_copies_published').on(t.publishedAt)]
);

/** One who is asked. The answer in force; every one that was given stands in the audit chain. */
export const copyRequests = table(
  'copy_requests',
  {
    id: text('id').primaryKey(),
    copyId: text('copy_id')
      .notNull()
      .references(() => readingCopies.id),
    personId: text('person_id'),
    personName: text('person_name'),
    organisationId: text('organisation_id'),
    organisation: json<Names>('organisation'),
    answer: text('answer').$type<CopyAnswer>(),
    answeredBy: text('answered_by'),
    answeredAt: timestamp('answered_at')
  },
  (t) => [
    index('copy_requests_copy').on(t.copyId),
    index('copy_requests_person').on(t.personId),
    index('copy_requests_organisation').on(t.organisationId)
  ]
);

/** The posts of the thread when the copy was proposed, each at the revision that its author is asked about. */
export const copyPosts = table(
  'copy_posts',
  {
    copyId: text('copy_id')
      .notNull()
      .references(() => readingCopies.id),
    postId: text('post_id').notNull(),
    number: integer('number').notNull(),
    revision: integer('revision').notNull(),
    /** null: by someone who cannot be asked (a sender of an imported mail, a name that is hidden): left out. */
    requestId: text('request_id')
  },
  (t) => [primaryKey({ columns: [t.copyId, t.postId] }), index('copy_posts_request').on(t.requestId)]
);

/** A passage that is not part of the copy; all its places in that post are replaced by a mark. */
export const copyRedactions = table(
  'copy_redactions',
  {
    id: text('id').primaryKey(),
    copyId: text('copy_id')
      .notNull()
      .references(() => readingCopies.id),
    postId: text('post_id').notNull(),
    passage: text('passage').notNull(),
    personId: text('person_id').notNull(),
    createdAt: timestamp('created_at').notNull()
  },
  (t) => [index('copy_redactions_copy').on(t.copyId)]
);

/** The bytes as they are served. Of a former edition only the hash stays: its words may have been taken back. */
export const copyEditions = table(
  'copy_editions',
  {
    copyId: text('copy_id')
      .notNull()
      .references(() => readingCopies.id),
    edition: integer('edition').notNull(),
    html: text('html'),
    hash: text('hash').notNull(),
    posts: json<string[]>('posts').notNull(),
    createdAt: timestamp('created_at').notNull()
  },
  (t) => [primaryKey({ columns: [t.copyId, t.edition] })]
);
