import { actColumns } from '#features/people/server/act-columns.ts';
import type { Act } from '#features/people/people.ts';
import { sessionItems, sessions } from '#features/sessions/server/tables.ts';
import { boolean, index, integer, json, table, text, timestamp } from '#lib/server/columns.ts';
import type { Region } from '#lib/vocab/codes.ts';
import type { FloorAct, TurnEnd, TurnLimits } from '../floor.ts';
import type { FloorRule, TurnKind } from '../queue.ts';

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
    /** WHO's region of the delegation's country when it asked. */
    region: text('region_at_request').$type<Region>(),
    requestedAt: timestamp('requested_at').notNull(),
    /** The session's sequence at which it was asked: the order of requests. */
    askedSeq: integer('asked_seq'),
    /** The session's sequence at which it changed last: what a window missed is told by it. */
    seq: integer('seq'),
    skips: integer('skips').notNull().default(0),
    skippedAt: timestamp('skipped_at'),
    calledBackAt: timestamp('called_back_at'),
    startedAt: timestamp('started_at'),
    endedAt: timestamp('ended_at'),
    endedBy: text('ended_by').$type<TurnEnd>(),
    withdrawnAt: timestamp('withdrawn_at'),
    ...actColumns()
  },
  (t) => [index('speaker_turns_session').on(t.sessionId, t.requestedAt)]
);

/** What the chair decided about the list of a session; without a row, nothing yet. */
export const speakersLists = table('speakers_lists', {
  sessionId: text('session_id')
    .primaryKey()
    .references(() => sessions.id),
  rule: text('rule').$type<FloorRule>().notNull(),
  observersLast: boolean('observers_last').notNull(),
  closedAt: timestamp('closed_at'),
  limits: json<TurnLimits>('limits').notNull(),
  itemLimits: json<Record<string, TurnLimits>>('item_limits').notNull()
});

/** Everything that was done with the floor, and by whom. Nothing is ever changed or taken out here. */
export const floorLog = table(
  'floor_log',
  {
    id: text('id').primaryKey(),
    sessionId: text('session_id')
      .notNull()
      .references(() => sessions.id),
    seq: integer('seq').notNull(),
    /** Its place among what one change of the session did. */
    place: integer('place').notNull(),
    at: timestamp('at').notNull(),
    action: text('action').$type<FloorAct>().notNull(),
    turnId: text('turn_id'),
    /** Whom it was about. */
    of: json<Act>('of_act'),
    detail: json<Record<string, string | number | boolean | null>>('detail').notNull(),
    ...actColumns()
  },
  (t) => [index('floor_log_session').on(t.sessionId, t.seq)]
);
