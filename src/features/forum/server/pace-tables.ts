import { integer, table, text, timestamp } from '#lib/server/columns.ts';
import { spaces } from '#features/spaces/server/tables.ts';
import { threads } from './tables.ts';

/** What a space asks of who writes in it: how many first posts a moderator approves, how long between two posts. */
export const spaceRules = table('space_rules', {
  spaceId: text('space_id')
    .primaryKey()
    .references(() => spaces.id),
  firstPosts: integer('first_posts').notNull(),
  paceSeconds: integer('pace_seconds').notNull(),
  setBy: text('set_by').notNull(),
  setAt: timestamp('set_at').notNull()
});

/** Slow mode of one thread. */
export const threadPaces = table('thread_paces', {
  threadId: text('thread_id')
    .primaryKey()
    .references(() => threads.id),
  seconds: integer('seconds').notNull(),
  setBy: text('set_by').notNull(),
  setAt: timestamp('set_at').notNull()
});
