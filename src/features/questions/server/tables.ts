import { actColumns } from '#features/people/server/act-columns.ts';
import { sessionItems, sessions } from '#features/sessions/server/tables.ts';
import type { Direction } from '#lib/dir.ts';
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
import type { Answer, Moderation, QuestionOrder } from '../questions.ts';

/** `number` is given when others see it: what never was seen leaves no gap. `seq` is the session's sequence of its last change. */
export const sessionQuestions = table(
  'session_questions',
  {
    id: text('id').primaryKey(),
    sessionId: text('session_id')
      .notNull()
      .references(() => sessions.id),
    itemId: text('item_id').references(() => sessionItems.id),
    number: integer('number'),
    body: text('body').notNull(),
    lang: text('lang').notNull(),
    dir: text('dir').$type<Direction>().notNull(),
    ...actColumns(),
    seq: integer('seq').notNull(),
    askedAt: timestamp('asked_at').notNull(),
    heldAt: timestamp('held_at'),
    releasedAt: timestamp('released_at'),
    hiddenAt: timestamp('hidden_at'),
    hiddenByPersonId: text('hidden_by_person_id'),
    hiddenReason: text('hidden_reason'),
    mergedAt: timestamp('merged_at'),
    mergedIntoId: text('merged_into_id'),
    answeredAt: timestamp('answered_at'),
    answeredByPersonId: text('answered_by_person_id'),
    answer: json<Answer>('answer'),
    threadId: text('thread_id')
  },
  (t) => [
    uniqueIndex('session_questions_number').on(t.sessionId, t.number),
    index('session_questions_seq').on(t.sessionId, t.seq)
  ]
);
export type QuestionRow = typeof sessionQuestions.$inferSelect;

/** One a person; taken back, the row stays and says when. */
export const sessionQuestionVotes = table(
  'session_question_votes',
  {
    questionId: text('question_id')
      .notNull()
      .references(() => sessionQuestions.id),
    personId: text('person_id').notNull(),
    votedAt: timestamp('voted_at').notNull(),
    withdrawnAt: timestamp('withdrawn_at')
  },
  (t) => [primaryKey({ columns: [t.questionId, t.personId] })]
);

/** Where the chair said nothing there is no row. */
export const sessionQuestionRules = table('session_question_rules', {
  sessionId: text('session_id')
    .primaryKey()
    .references(() => sessions.id),
  moderation: text('moderation').$type<Moderation>().notNull(),
  order: text('order_rule').$type<QuestionOrder>().notNull(),
  open: boolean('open').notNull(),
  changedAt: timestamp('changed_at').notNull(),
  changedByPersonId: text('changed_by_person_id').notNull()
});
