import { index, integer, table, text, timestamp, uniqueIndex } from '#lib/server/columns.ts';
import type { Rhythm } from '../mail-time.ts';

/** What someone chose; who has no row gets one mail a day. Hours are of the person's zone, whole ones. */
export const mailChoices = table('mail_choices', {
  personId: text('person_id').primaryKey(),
  rhythm: text('rhythm').$type<Rhythm>().notNull(),
  hour: integer('hour').notNull(),
  weekday: integer('weekday').notNull(),
  quietFrom: integer('quiet_from'),
  quietUntil: integer('quiet_until'),
  /** Of the mails; null: the one of the profile. */
  locale: text('locale'),
  changedAt: timestamp('changed_at').notNull()
});

/**
 * Mails on their way. A row holds no words and no address: a mail is written when it leaves, so that it says what its
 * reader may know at that moment: of the notifications that name it. `once`: what it tells is queued once.
 */
export const outgoingMails = table(
  'outgoing_mails',
  {
    id: text('id').primaryKey(),
    once: text('once').notNull(),
    personId: text('person_id').notNull(),
    kind: text('kind').$type<'one' | 'digest'>().notNull(),
    attempts: integer('attempts').notNull(),
    /** When it may (next) be taken: after a failure later each time, while it is being sent until that is given up. */
    dueAt: timestamp('due_at').notNull(),
    sentAt: timestamp('sent_at'),
    /** It never left, and why: `nothing` (no longer anything to tell), `no-address`, `failed`. */
    droppedAt: timestamp('dropped_at'),
    dropped: text('dropped'),
    createdAt: timestamp('created_at').notNull()
  },
  (t) => [
    uniqueIndex('outgoing_mails_once').on(t.once),
    index('outgoing_mails_person').on(t.personId),
    index('outgoing_mails_due').on(t.sentAt, t.droppedAt, t.dueAt)
  ]
);

/** The key that links in mails are sealed with, made at the first mail: one row (id 1). */
export const mailSeals = table('mail_seals', {
  id: integer('id').primaryKey(),
  key: text('key').notNull(),
  createdAt: timestamp('created_at').notNull()
});

/** When someone was here: this visit's last moment, and the last moment of the visit before it. */
export const visits = table('visits', {
  personId: text('person_id').primaryKey(),
  seenAt: timestamp('seen_at').notNull(),
  leftAt: timestamp('left_at')
});
