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
import type { Direction } from '#lib/dir.ts';
import { actColumns } from '#features/people/server/act-columns.ts';
import { persons } from '#features/people/server/tables.ts';
import { spaces } from '#features/spaces/server/tables.ts';
import type { Attachment, LanguageSaid } from '../forum.ts';
import type { Clearance } from '../pending.ts';
import type { Purpose } from '../purposes.ts';

/** `seq` grows by one with every committed change of the thread or of a post in it: what live pages catch up by. */
export const threads = table(
  'threads',
  {
    id: text('id').primaryKey(),
    spaceId: text('space_id')
      .notNull()
      .references(() => spaces.id),
    /** Its title; `title` is the function of the one who started it, as in every act. */
    subject: text('subject').notNull(),
    lang: text('lang').notNull(),
    dir: text('dir').$type<Direction>().notNull(),
    /** Set when somebody said the language: then no text changes it. */
    langSaid: json<LanguageSaid>('lang_said'),
    seq: integer('seq').notNull(),
    postsCount: integer('posts_count').notNull(),
    lastPostAt: timestamp('last_post_at').notNull(),
    purpose: text('purpose').$type<Purpose>().notNull().default('discussion'),
    /** Also one row each in thread_tags, by which threads are found. */
    tags: json<string[]>('tags'),
    /** Since when a question has an accepted answer, or a support request the desk's. */
    answeredAt: timestamp('answered_at'),
    /** Stands first in lists until then. */
    pinnedUntil: timestamp('pinned_until'),
    /** Since when nobody replies, though the thread is open: an announcement. */
    repliesOffAt: timestamp('replies_off_at'),
    /** Since when the Chatham House Rule holds: what is posted is sealed (see attribution-tables.ts). */
    unattributedSince: timestamp('unattributed_since'),
    /** When it was last lifted: the thread says so for ever. */
    attributionLiftedAt: timestamp('attribution_lifted_at'),
    /** When posts last left it for another thread: their places are in post_moves. */
    movedAwayAt: timestamp('moved_away_at'),
    /** The thread that all of it went into. */
    mergedInto: text('merged_into'),
    ...actColumns(),
    createdAt: timestamp('created_at').notNull()
  },
  (t) => [index('threads_space').on(t.spaceId, t.lastPostAt)]
);

/** A thread is closed while it has a closure that is not reopened. */
export const threadClosures = table(
  'thread_closures',
  {
    id: text('id').primaryKey(),
    threadId: text('thread_id')
      .notNull()
      .references(() => threads.id),
    personId: text('person_id').notNull(),
    personName: text('person_name').notNull(),
    reason: text('reason'),
    createdAt: timestamp('created_at').notNull(),
    reopenedAt: timestamp('reopened_at'),
    reopenedBy: text('reopened_by')
  },
  (t) => [index('thread_closures_thread').on(t.threadId)]
);

/**
 * `id` is made by the writer's page. `seq` is the thread's at this post's last change. `sourceId` is the id of the
 * mail that it was imported from, once in a space. Numbers have no holes and are never given twice.
 */
export const posts = table(
  'posts',
  {
    id: text('id').primaryKey(),
    threadId: text('thread_id')
      .notNull()
      .references(() => threads.id),
    spaceId: text('space_id').notNull(),
    number: integer('number').notNull(),
    seq: integer('seq').notNull(),
    body: text('body').notNull(),
    lang: text('lang').notNull(),
    dir: text('dir').$type<Direction>().notNull(),
    langSaid: json<LanguageSaid>('lang_said'),
    ...actColumns(),
    quotedPostId: text('quoted_post_id'),
    quotedNumber: integer('quoted_number'),
    sourceId: text('source_id'),
    attachments: json<Attachment[]>('attachments').notNull(),
    revision: integer('revision').notNull(),
    editedAt: timestamp('edited_at'),
    editedById: text('edited_by_id'),
    editedByName: text('edited_by_name'),
    /** Who cleared it before it was posted, as they were then. */
    cleared: json<Clearance>('cleared'),
    /** Where it stood before a moderator moved it. */
    movedFromThread: text('moved_from_thread'),
    movedFromNumber: integer('moved_from_number'),
    createdAt: timestamp('created_at').notNull()
  },
  (t) => [
    uniqueIndex('posts_number').on(t.threadId, t.number),
    index('posts_seq').on(t.threadId, t.seq),
    uniqueIndex('posts_source').on(t.spaceId, t.sourceId),
    index('posts_person').on(t.personId)
  ]
);

/** The texts that a post had before: revision 0 is what was posted. The one in force is in `posts`. */
export const postRevisions = table(
  'post_revisions',
  {
    postId: text('post_id')
      .notNull()
      .references(() => posts.id),
    revision: integer('revision').notNull(),
    body: text('body').notNull(),
    lang: text('lang').notNull(),
    dir: text('dir').$type<Direction>().notNull(),
    personId: text('person_id').notNull(),
    personName: text('person_name').notNull(),
    /** When this text was written, not when it was replaced. */
    createdAt: timestamp('created_at').notNull()
  },
  (t) => [primaryKey({ columns: [t.postId, t.revision] })]
);

/**
 * A post whose text is shown to nobody leaves its place and this trace: whoever shows, counts words of or sends out posts
 * asks for the row that is missing here, nothing else. `moderated`: by a moderator, not by its author. `category`: hidden
 * for this reason of the closed list; the row goes when it is restored. Without it the text is withdrawn for good.
 */
export const postWithdrawals = table('post_withdrawals', {
  postId: text('post_id')
    .primaryKey()
    .references(() => posts.id),
  personId: text('person_id').notNull(),
  personName: text('person_name').notNull(),
  moderated: boolean('moderated').notNull(),
  category: text('category'),
  reason: text('reason'),
  createdAt: timestamp('created_at').notNull()
});

/** The last post that someone has read in a thread, by its number. It only grows. */
export const readingPositions = table(
  'reading_positions',
  {
    personId: text('person_id')
      .notNull()
      .references(() => persons.id),
    threadId: text('thread_id')
      .notNull()
      .references(() => threads.id),
    number: integer('number').notNull(),
    readAt: timestamp('read_at').notNull()
  },
  (t) => [primaryKey({ columns: [t.personId, t.threadId] }), index('reading_positions_thread').on(t.threadId)]
);

/**
 * Senders of imported mails: people without a sign-in. Their address is not kept, only its hash salted with the space,
 * so that a second import knows them again.
 */
export const importedSenders = table(
  'imported_senders',
  {
    spaceId: text('space_id')
      .notNull()
      .references(() => spaces.id),
    addressHash: text('address_hash').notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => persons.id),
    createdAt: timestamp('created_at').notNull()
  },
  (t) => [
    primaryKey({ columns: [t.spaceId, t.addressHash] }),
    uniqueIndex('imported_senders_person').on(t.personId)
  ]
);
