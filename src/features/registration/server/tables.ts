import type { Act } from '#features/people/people.ts';
import { actColumns } from '#features/people/server/act-columns.ts';
import { sessions } from '#features/sessions/server/tables.ts';
import { index, integer, json, table, text, timestamp, uniqueIndex } from '#lib/server/columns.ts';
import type { LetterKind, SubjectKind } from '../registration.ts';

/**
 * One row a person: withdrawing dates it, registering again opens it anew in the capacity of that moment. It holds a place unless it waits
 * (`pendingSince` for an organiser, `waitingSince` for a place) or was refused.
 */
export const sessionRegistrations = table(
  'session_registrations',
  {
    id: text('id').primaryKey(),
    sessionId: text('session_id')
      .notNull()
      .references(() => sessions.id),
    ...actColumns(),
    registeredAt: timestamp('registered_at').notNull(),
    withdrawnAt: timestamp('withdrawn_at'),
    pendingSince: timestamp('pending_since'),
    waitingSince: timestamp('waiting_since'),
    /** The invitation whose places it counts among. */
    invitationId: text('invitation_id'),
    decidedAt: timestamp('decided_at'),
    decidedBy: json<Act>('decided_by'),
    refusedAt: timestamp('refused_at'),
    refusedReason: text('refused_reason')
  },
  (t) => [uniqueIndex('session_registrations_person').on(t.sessionId, t.personId)]
);

/** One row a country, organisation or person; withdrawing dates it, inviting again opens it anew. */
export const sessionInvitations = table(
  'session_invitations',
  {
    id: text('id').primaryKey(),
    sessionId: text('session_id')
      .notNull()
      .references(() => sessions.id),
    subjectKind: text('subject_kind').$type<SubjectKind>().notNull(),
    subject: text('subject').notNull(),
    places: integer('places'),
    message: text('message'),
    ...actColumns(),
    invitedAt: timestamp('invited_at').notNull(),
    withdrawnAt: timestamp('withdrawn_at')
  },
  (t) => [uniqueIndex('session_invitations_subject').on(t.sessionId, t.subjectKind, t.subject)]
);

/** Letters that a change of the session makes due, written in its transaction: what is said in them is read when they leave. */
export const sessionLetters = table(
  'session_letters',
  {
    id: text('id').primaryKey(),
    sessionId: text('session_id')
      .notNull()
      .references(() => sessions.id),
    personId: text('person_id').notNull(),
    kind: text('kind').$type<LetterKind>().notNull(),
    /** What makes two letters of a kind two: the revision, the hours before, the minute. */
    number: integer('number').notNull(),
    queuedAt: timestamp('queued_at').notNull(),
    dueAt: timestamp('due_at').notNull(),
    attempts: integer('attempts').notNull(),
    sentAt: timestamp('sent_at'),
    droppedAt: timestamp('dropped_at')
  },
  (t) => [
    uniqueIndex('session_letters_once').on(t.sessionId, t.personId, t.kind, t.number),
    index('session_letters_due').on(t.sentAt, t.droppedAt, t.dueAt)
  ]
);
