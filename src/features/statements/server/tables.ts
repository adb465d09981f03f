import { speakerTurns } from '#features/floor/server/tables.ts';
import { actColumns } from '#features/people/server/act-columns.ts';
import { sessionItems, sessions } from '#features/sessions/server/tables.ts';
import type { Direction } from '#lib/dir.ts';
import { boolean, index, integer, table, text, timestamp, uniqueIndex } from '#lib/server/columns.ts';

export const statements = table(
  'statements',
  {
    id: text('id').primaryKey(),
    sessionId: text('session_id')
      .notNull()
      .references(() => sessions.id),
    itemId: text('item_id').references(() => sessionItems.id),
    turnId: text('turn_id').references(() => speakerTurns.id),
    /** The question that it says it answers. */
    questionId: text('question_id'),
    number: integer('number').notNull(),
    body: text('body').notNull(),
    lang: text('lang').notNull(),
    dir: text('dir').$type<Direction>().notNull(),
    seq: integer('seq').notNull(),
    /** Posted in the written window, before the opening or after the close. */
    written: boolean('written').notNull().default(false),
    ...actColumns(),
    createdAt: timestamp('created_at').notNull()
  },
  (t) => [
    uniqueIndex('statements_number').on(t.sessionId, t.number),
    index('statements_seq').on(t.sessionId, t.seq)
  ]
);
