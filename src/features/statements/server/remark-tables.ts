import { actColumns } from '#features/people/server/act-columns.ts';
import { sessions } from '#features/sessions/server/tables.ts';
import type { Direction } from '#lib/dir.ts';
import { index, integer, table, text, timestamp, uniqueIndex } from '#lib/server/columns.ts';

/** `seq` is the session's sequence of its last change. */
export const sessionRemarks = table(
  'session_remarks',
  {
    id: text('id').primaryKey(),
    sessionId: text('session_id')
      .notNull()
      .references(() => sessions.id),
    number: integer('number').notNull(),
    body: text('body').notNull(),
    lang: text('lang').notNull(),
    dir: text('dir').$type<Direction>().notNull(),
    ...actColumns(),
    seq: integer('seq').notNull(),
    postedAt: timestamp('posted_at').notNull(),
    hiddenAt: timestamp('hidden_at'),
    hiddenByPersonId: text('hidden_by_person_id'),
    citedAt: timestamp('cited_at'),
    citedByPersonId: text('cited_by_person_id')
  },
  (t) => [
    uniqueIndex('session_remarks_number').on(t.sessionId, t.number),
    index('session_remarks_seq').on(t.sessionId, t.seq)
  ]
);
export type RemarkRow = typeof sessionRemarks.$inferSelect;
