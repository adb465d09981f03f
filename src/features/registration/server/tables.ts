import { actColumns } from '#features/people/server/act-columns.ts';
import { sessions } from '#features/sessions/server/tables.ts';
import { table, text, timestamp, uniqueIndex } from '#lib/server/columns.ts';

/** One row a person: withdrawing dates it, registering again opens it anew in the capacity of that moment. */
export const sessionRegistrations = table(
  'session_registrations',
  {
    id: text('id').primaryKey(),
    sessionId: text('session_id')
      .notNull()
      .references(() => sessions.id),
    ...actColumns(),
    registeredAt: timestamp('registered_at').notNull(),
    withdrawnAt: timestamp('withdrawn_at')
  },
  (t) => [uniqueIndex('session_registrations_person').on(t.sessionId, t.personId)]
);
