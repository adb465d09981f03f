import { index, integer, json, table, text, timestamp } from '#lib/server/columns.ts';
import type { Direction } from '#lib/dir.ts';
import { actColumns } from '#features/people/server/act-columns.ts';
import { spaces } from '#features/spaces/server/tables.ts';
import type { HoldReason, PendingInput } from '../pending.ts';

/**
 * Posts that must wait before they are posts: for their organisation's focal point, or for a moderator of the space.
 * Nothing of one has a number, a fan-out, a search entry, a count or an export. Its row goes when it is released,
 * withdrawn or started anew; a returned one stays with its author.
 */
export const pendingPosts = table(
  'pending_posts',
  {
    /** The id that the post will have. */
    id: text('id').primaryKey(),
    spaceId: text('space_id')
      .notNull()
      .references(() => spaces.id),
    /** null: it opens a thread that is not there yet. */
    threadId: text('thread_id'),
    subject: text('subject'),
    /** What the writer sent, without body and title: what the release goes on with. */
    input: json<PendingInput>('input').notNull(),
    body: text('body').notNull(),
    lang: text('lang').notNull(),
    dir: text('dir').$type<Direction>().notNull(),
    ...actColumns(),
    reason: text('reason').$type<HoldReason>().notNull(),
    /** Grows with each change of the text: a link in a mail is for one revision only. */
    revision: integer('revision').notNull(),
    /** When the time-out rule acts; null: it waits as long as it takes. */
    until: timestamp('until'),
    returnedAt: timestamp('returned_at'),
    returnedBy: text('returned_by'),
    /** A code of ours (`timed-out`, `mandate-ended`, `thread-closed`) when nobody returned it but a rule did. */
    returnedFor: text('returned_for'),
    note: text('note'),
    createdAt: timestamp('created_at').notNull()
  },
  (t) => [
    index('pending_posts_person').on(t.personId),
    index('pending_posts_thread').on(t.threadId),
    index('pending_posts_organisation').on(t.organisationId),
    index('pending_posts_space').on(t.spaceId, t.reason),
    index('pending_posts_until').on(t.until)
  ]
);
