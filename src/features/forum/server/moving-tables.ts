import { index, integer, primaryKey, table, text, timestamp } from '#lib/server/columns.ts';

/** The place of a post in a thread that it has left: its number there is never given again, and leads to it. */
export const postMoves = table(
  'post_moves',
  {
    threadId: text('thread_id').notNull(),
    number: integer('number').notNull(),
    /** The thread's sequence when it left. */
    seq: integer('seq').notNull(),
    postId: text('post_id').notNull(),
    toThreadId: text('to_thread_id').notNull(),
    toNumber: integer('to_number').notNull(),
    movedBy: text('moved_by').notNull(),
    movedByName: text('moved_by_name').notNull(),
    createdAt: timestamp('created_at').notNull()
  },
  (t) => [primaryKey({ columns: [t.threadId, t.number] }), index('post_moves_post').on(t.postId)]
);
