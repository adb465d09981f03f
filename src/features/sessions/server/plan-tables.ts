import type { Act } from '#features/people/people.ts';
import { actColumns } from '#features/people/server/act-columns.ts';
import { spaces } from '#features/spaces/server/tables.ts';
import { boolean, index, integer, json, table, text, timestamp } from '#lib/server/columns.ts';
import { sessions } from './tables.ts';

/** Papers of a session. One without an address is expected: the check-list of what is not ready. */
export const sessionDocuments = table(
  'session_documents',
  {
    id: text('id').primaryKey(),
    sessionId: text('session_id')
      .notNull()
      .references(() => sessions.id),
    itemId: text('item_id'),
    title: text('title').notNull(),
    href: text('href'),
    owner: text('owner'),
    addedBy: json<Act>('added_by').notNull(),
    addedAt: timestamp('added_at').notNull(),
    readyAt: timestamp('ready_at'),
    withdrawnAt: timestamp('withdrawn_at')
  },
  (t) => [index('session_documents_session').on(t.sessionId, t.addedAt)]
);

/** Items that participants ask for; the organisers decide once. */
export const sessionItemProposals = table(
  'session_item_proposals',
  {
    id: text('id').primaryKey(),
    sessionId: text('session_id')
      .notNull()
      .references(() => sessions.id),
    /** Not `title`: the act has one, the function of the person. */
    itemTitle: text('item_title').notNull(),
    minutes: integer('minutes').notNull(),
    reason: text('reason'),
    ...actColumns(),
    proposedAt: timestamp('proposed_at').notNull(),
    decidedAt: timestamp('decided_at'),
    decidedBy: json<Act>('decided_by'),
    accepted: boolean('accepted'),
    /** The item that it became. */
    itemId: text('item_id')
  },
  (t) => [index('session_item_proposals_session').on(t.sessionId, t.proposedAt)]
);

/** Sessions that belong together over time: an annual dialogue, a series of webinars. */
export const sessionSeries = table(
  'session_series',
  {
    id: text('id').primaryKey(),
    spaceId: text('space_id')
      .notNull()
      .references(() => spaces.id),
    title: text('title').notNull(),
    lang: text('lang').notNull(),
    startedBy: json<Act>('started_by').notNull(),
    createdAt: timestamp('created_at').notNull()
  },
  (t) => [index('session_series_space').on(t.spaceId)]
);
