import { actColumns } from '#features/people/server/act-columns.ts';
import { sessions } from '#features/sessions/server/tables.ts';
import { index, table, text, timestamp } from '#lib/server/columns.ts';

/**
 * One row each time a person came, in the capacity in which they came. `lineAt`: a window of theirs was in the room, so that it may be
 * missed; who comes without scripts has none. `lapsedAt`: they did not go, their line was gone too long.
 */
export const sessionAttendances = table(
  'session_attendances',
  {
    id: text('id').primaryKey(),
    sessionId: text('session_id')
      .notNull()
      .references(() => sessions.id),
    ...actColumns(),
    joinedAt: timestamp('joined_at').notNull(),
    leftAt: timestamp('left_at'),
    lineAt: timestamp('line_at'),
    lapsedAt: timestamp('lapsed_at')
  },
  (t) => [index('session_attendances_session').on(t.sessionId, t.personId)]
);
