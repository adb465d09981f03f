import type { Act } from '#features/people/people.ts';
import { actColumns } from '#features/people/server/act-columns.ts';
import { sessions } from '#features/sessions/server/tables.ts';
import { index, json, table, text, timestamp } from '#lib/server/columns.ts';

/** Who led a delegation from when to when; the act is the head's, as they were when they were named. */
export const sessionHeads = table(
  'session_heads',
  {
    id: text('id').primaryKey(),
    sessionId: text('session_id')
      .notNull()
      .references(() => sessions.id),
    key: text('key').notNull(),
    ...actColumns(),
    namedBy: json<Act>('named_by').notNull(),
    namedAt: timestamp('named_at').notNull(),
    endedAt: timestamp('ended_at')
  },
  (t) => [index('session_heads_session').on(t.sessionId, t.key)]
);
