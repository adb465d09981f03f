import { boolean, index, integer, primaryKey, table, text, timestamp } from '#lib/server/columns.ts';
import type { LinkKind, Source } from '../links.ts';

/** What each text points at now; a changed text changes its rows. Both ways: by source and by target. */
export const links = table(
  'links',
  {
    fromKind: text('from_kind').$type<Source['kind']>().notNull(),
    fromId: text('from_id').notNull(),
    threadId: text('thread_id'),
    spaceId: text('space_id'),
    /** Said where guests may not read, though the space is public: a session of members. */
    membersOnly: boolean('members_only').notNull().default(false),
    toKind: text('to_kind').$type<LinkKind>().notNull(),
    toId: text('to_id').notNull(),
    /** The number of a post in the thread pointed at; 0: the thread as a whole. */
    toPost: integer('to_post').notNull(),
    createdAt: timestamp('created_at').notNull()
  },
  (t) => [
    primaryKey({ columns: [t.fromKind, t.fromId, t.toKind, t.toId, t.toPost] }),
    index('links_target').on(t.toKind, t.toId)
  ]
);
