import { sessions } from '#features/sessions/server/tables.ts';
import { bytes, integer, table, text, timestamp } from '#lib/server/columns.ts';

/** Written once, in the transaction that closes the session; never updated. `hash` is the SHA-256 of `bytes`, in hex. */
export const sessionRecords = table('session_records', {
  sessionId: text('session_id')
    .primaryKey()
    .references(() => sessions.id),
  bytes: bytes('bytes').notNull(),
  hash: text('hash').notNull(),
  /** The session's sequence at which it was cut; null in records older than what may come after a close. */
  upTo: integer('up_to'),
  builtAt: timestamp('built_at').notNull()
});
