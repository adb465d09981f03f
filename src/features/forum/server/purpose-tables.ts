import type { Direction } from '#lib/dir.ts';
import { boolean, index, integer, json, primaryKey, table, text, timestamp } from '#lib/server/columns.ts';
import { actColumns } from '#features/people/server/act-columns.ts';
import type { Outcome } from '../purposes.ts';
import { posts, threads } from './tables.ts';

/** A question is answered while it has an acceptance that is not ended. What was accepted before is kept. */
export const acceptances = table(
  'acceptances',
  {
    id: text('id').primaryKey(),
    threadId: text('thread_id')
      .notNull()
      .references(() => threads.id),
    postId: text('post_id')
      .notNull()
      .references(() => posts.id),
    number: integer('number').notNull(),
    ...actColumns(),
    createdAt: timestamp('created_at').notNull(),
    endedAt: timestamp('ended_at'),
    endedById: text('ended_by_id'),
    endedByName: text('ended_by_name')
  },
  (t) => [index('acceptances_thread').on(t.threadId)]
);

/** What is told in the form of a call, beside the post that carries it. `revision` is the post's. */
export const experiences = table(
  'experiences',
  {
    postId: text('post_id')
      .primaryKey()
      .references(() => posts.id),
    threadId: text('thread_id').notNull(),
    number: integer('number').notNull(),
    revision: integer('revision').notNull(),
    place: text('country').notNull(),
    measure: text('measure').notNull(),
    year: integer('year').notNull(),
    outcome: text('outcome').$type<Outcome>().notNull(),
    evidence: text('evidence').notNull(),
    contact: text('contact').notNull(),
    /** The contact is shown to members of Palabre only. */
    contactKept: boolean('contact_kept').notNull(),
    account: text('account').notNull(),
    lang: text('lang').notNull(),
    dir: text('dir').$type<Direction>().notNull()
  },
  (t) => [index('experiences_thread').on(t.threadId, t.place)]
);

/** What an experience said before a revision of its post. */
export const experienceRevisions = table(
  'experience_revisions',
  {
    postId: text('post_id')
      .notNull()
      .references(() => posts.id),
    revision: integer('revision').notNull(),
    fields: json<Record<string, string | number | boolean>>('fields').notNull()
  },
  (t) => [primaryKey({ columns: [t.postId, t.revision] })]
);

/** One row a tag, to find threads by; `threads.tags` is the same list in its order, to show. */
export const threadTags = table(
  'thread_tags',
  {
    threadId: text('thread_id')
      .notNull()
      .references(() => threads.id),
    tag: text('tag').notNull(),
    spaceId: text('space_id').notNull()
  },
  (t) => [primaryKey({ columns: [t.threadId, t.tag] }), index('thread_tags_tag').on(t.tag, t.spaceId)]
);
