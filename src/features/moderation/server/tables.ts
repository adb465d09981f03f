import { index, integer, table, text, timestamp, uniqueIndex } from '#lib/server/columns.ts';
import type { ActKind, Category, Outcome, Role } from '../moderation.ts';

/** What a member says about a post; one a person and post for as long as it is not settled. */
export const flags = table(
  'flags',
  {
    id: text('id').primaryKey(),
    postId: text('post_id').notNull(),
    threadId: text('thread_id').notNull(),
    spaceId: text('space_id').notNull(),
    personId: text('person_id').notNull(),
    category: text('category').$type<Category>().notNull(),
    words: text('words'),
    createdAt: timestamp('created_at').notNull(),
    settledAt: timestamp('settled_at'),
    /** The act of moderation that settled it. */
    actId: text('act_id')
  },
  (t) => [
    uniqueIndex('flags_person_post').on(t.postId, t.personId),
    index('flags_space').on(t.spaceId, t.settledAt)
  ]
);

/** What was decided by whom about what, and why. Appended to, never changed. */
export const moderationActs = table(
  'moderation_acts',
  {
    id: text('id').primaryKey(),
    kind: text('kind').$type<ActKind>().notNull(),
    /** null: the whole house. */
    spaceId: text('space_id'),
    threadId: text('thread_id'),
    postId: text('post_id'),
    /** Whose post, thread or standing it is about; null: nobody's in particular. */
    subjectId: text('subject_id'),
    category: text('category').$type<Category>(),
    reason: text('reason'),
    until: timestamp('until'),
    seconds: integer('seconds'),
    personId: text('person_id').notNull(),
    role: text('role').$type<Role>().notNull(),
    createdAt: timestamp('created_at').notNull()
  },
  (t) => [
    index('moderation_acts_space').on(t.spaceId, t.createdAt),
    index('moderation_acts_post').on(t.postId),
    index('moderation_acts_subject').on(t.subjectId)
  ]
);

/** The mailed way to appeal, for whom may not sign in: one act, one person, once. Only the hash of its secret is kept. */
export const appealLinks = table('appeal_links', {
  tokenHash: text('token_hash').primaryKey(),
  actId: text('act_id').notNull(),
  personId: text('person_id').notNull(),
  createdAt: timestamp('created_at').notNull(),
  usedAt: timestamp('used_at')
});

/** An act's subject asks for another pair of eyes: once an act. */
export const actAppeals = table(
  'act_appeals',
  {
    actId: text('act_id')
      .primaryKey()
      .references(() => moderationActs.id),
    personId: text('person_id').notNull(),
    words: text('words').notNull(),
    createdAt: timestamp('created_at').notNull(),
    decidedAt: timestamp('decided_at'),
    decidedBy: text('decided_by'),
    decidedAs: text('decided_as').$type<Role>(),
    outcome: text('outcome').$type<Outcome>(),
    answer: text('answer')
  },
  (t) => [index('act_appeals_open').on(t.decidedAt)]
);
