import { index, integer, primaryKey, table, text, timestamp, uniqueIndex } from '#lib/server/columns.ts';
import type { Kind, Level, Watched } from '../following.ts';

/** How closely someone follows a thread or a forum. `chosen_at` is null where the level came of itself: they posted. */
export const watches = table(
  'watches',
  {
    personId: text('person_id').notNull(),
    kind: text('kind').$type<Watched>().notNull(),
    objectId: text('object_id').notNull(),
    level: text('level').$type<Level>().notNull(),
    chosenAt: timestamp('chosen_at'),
    createdAt: timestamp('created_at').notNull()
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.kind, t.objectId] }),
    index('watches_object').on(t.kind, t.objectId, t.level)
  ]
);

/**
 * One line a person and fact. It holds no name and no word: they are read from the post when it is shown, as the post
 * then is. `seq` is the fact's number in the chain; `mail_due_at` when a mail should tell of it (null: none, or told).
 */
export const notifications = table(
  'notifications',
  {
    id: text('id').primaryKey(),
    personId: text('person_id').notNull(),
    seq: integer('seq').notNull(),
    kind: text('kind').$type<Kind>().notNull(),
    objectKind: text('object_kind').notNull(),
    objectId: text('object_id').notNull(),
    threadId: text('thread_id'),
    spaceId: text('space_id'),
    postNumber: integer('post_number'),
    /** Further facts that the line stands for, or `standsForAll`. */
    more: integer('more').notNull(),
    createdAt: timestamp('created_at').notNull(),
    readAt: timestamp('read_at'),
    mailDueAt: timestamp('mail_due_at'),
    /** The mail that tells of it. */
    mailId: text('mail_id')
  },
  (t) => [
    uniqueIndex('notifications_once').on(t.personId, t.seq),
    index('notifications_unread').on(t.personId, t.readAt),
    index('notifications_waiting').on(t.threadId, t.readAt, t.mailId),
    index('notifications_due').on(t.mailDueAt),
    index('notifications_mail').on(t.mailId)
  ]
);

/** How far down the chain of facts everyone concerned has been told: one row. */
export const followingCursors = table('following_cursors', {
  name: text('name').primaryKey(),
  seq: integer('seq').notNull()
});
