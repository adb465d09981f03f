import { index, integer, json, table, text, timestamp } from '#lib/server/columns.ts';
import type { Entry, EntryActor } from '../audit.ts';

/** Appended to, never changed: `append-entry.ts` is the only writer. */
export const auditEntries = table(
  'audit_entries',
  {
    seq: integer('seq').primaryKey(),
    at: timestamp('at').notNull(),
    action: text('action').notNull(),
    actor: json<EntryActor>('actor'),
    objectKind: text('object_kind').notNull(),
    objectId: text('object_id').notNull(),
    threadId: text('thread_id'),
    spaceId: text('space_id'),
    digest: text('digest'),
    salt: text('salt').notNull(),
    detail: json<Entry['detail']>('detail').notNull(),
    previous: text('previous').notNull(),
    threadPrevious: text('thread_previous'),
    hash: text('hash').notNull()
  },
  (t) => [
    index('audit_entries_object').on(t.objectKind, t.objectId),
    index('audit_entries_thread').on(t.threadId, t.seq),
    index('audit_entries_space').on(t.spaceId),
    index('audit_entries_action').on(t.action, t.at)
  ]
);

/** The end of the chain, one row (id 1): whoever appends holds it, so that entries stand in a line on Postgres too. */
export const auditHeads = table('audit_heads', {
  id: integer('id').primaryKey(),
  seq: integer('seq').notNull(),
  hash: text('hash').notNull()
});
