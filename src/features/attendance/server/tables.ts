import { actColumns } from '#features/people/server/act-columns.ts';
import { sessions } from '#features/sessions/server/tables.ts';
import { index, table, text, timestamp } from '#lib/server/columns.ts';

/** One row each time a person came, in the capacity in which they came. */
export const sessionAttendances = table(
  'session_attendances',
  {
    id: text('id').primaryKey(),
    sessionId: text('session_id')
      .notNull()
      .references(() => sessions.id),
    ...actColumns(),
    joinedAt: timestamp('joined_at').notNull(),
    leftAt: timestamp('left_at')
  },
  (t) => [index('session_attendances_session').on(t.sessionId, t.personId)]
);
