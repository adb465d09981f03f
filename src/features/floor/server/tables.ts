import { actColumns } from '#features/people/server/act-columns.ts';
import { sessionItems, sessions } from '#features/sessions/server/tables.ts';
import { boolean, index, integer, table, text, timestamp } from '#lib/server/columns.ts';
import type { TurnKind } from '../queue.ts';

/** A request for the floor, and the turn it became. Waiting: neither started nor withdrawn. */
export const speakerTurns = table(
  'speaker_turns',
  {
    id: text('id').primaryKey(),
    sessionId: text('session_id')
      .notNull()
      .references(() => sessions.id),
    itemId: text('item_id').references(() => sessionItems.id),
    kind: text('kind').$type<TurnKind>().notNull(),
    limitSeconds: integer('limit_seconds').notNull(),
    /** Whether the person was an observer in the forum when they asked. */
    observer: boolean('observer').notNull(),
    requestedAt: timestamp('requested_at').notNull(),
    startedAt: timestamp('started_at'),
    endedAt: timestamp('ended_at'),
    withdrawnAt: timestamp('withdrawn_at'),
    ...actColumns()
  },
  (t) => [index('speaker_turns_session').on(t.sessionId, t.requestedAt)]
);
