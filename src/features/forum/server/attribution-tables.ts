import { index, table, text, timestamp } from '#lib/server/columns.ts';
import { actColumns } from '#features/people/server/act-columns.ts';
import { spaces } from '#features/spaces/server/tables.ts';
import type { SealedAct } from '../attribution.ts';

/** When the Chatham House Rule held in a thread; without a thread, for every thread begun in the space meanwhile. */
export const chathamRules = table(
  'chatham_rules',
  {
    id: text('id').primaryKey(),
    spaceId: text('space_id')
      .notNull()
      .references(() => spaces.id),
    threadId: text('thread_id'),
    keeperId: text('keeper_id').notNull(),
    keeperName: text('keeper_name').notNull(),
    startedBy: text('started_by').notNull(),
    startedByName: text('started_by_name').notNull(),
    startedAt: timestamp('started_at').notNull(),
    endedAt: timestamp('ended_at'),
    endedBy: text('ended_by'),
    endedByName: text('ended_by_name'),
    endReason: text('end_reason')
  },
  (t) => [index('chatham_rules_thread').on(t.threadId), index('chatham_rules_space').on(t.spaceId)]
);

/**
 * Who said what under the Rule: the one place that knows. The posts themselves carry `unattributed`, so that no page,
 * event, export, feed, mail or search result can tell what it does not have.
 */
export const sealedActs = table(
  'sealed_acts',
  {
    id: text('id').primaryKey(),
    ruleId: text('rule_id')
      .notNull()
      .references(() => chathamRules.id),
    postId: text('post_id').notNull(),
    deed: text('deed').$type<SealedAct['deed']>().notNull(),
    /** The chain of facts holds SHA-256(salt, person) of each: the keeper can prove who it was, nobody can guess it. */
    salt: text('salt').notNull(),
    ...actColumns(),
    createdAt: timestamp('created_at').notNull()
  },
  (t) => [index('sealed_acts_post').on(t.postId), index('sealed_acts_person').on(t.personId)]
);
