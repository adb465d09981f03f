import { index, integer, table, text, timestamp } from '#lib/server/columns.ts';
import { persons } from '#features/people/server/tables.ts';
import type { FileType } from '../files.ts';

/**
 * A file that someone sent. The row comes after its bytes are durable, in DATA_DIR/files under `storedId`: the same bytes
 * sent twice by a person are two rows and stored once. `keepUntil`: null once it is attached to something that was said.
 */
export const files = table(
  'files',
  {
    id: text('id').primaryKey(),
    /** null: it belongs to a post of which nobody is to know who wrote it. */
    personId: text('person_id').references(() => persons.id),
    storedId: text('stored_id').notNull(),
    name: text('name').notNull(),
    type: text('type').$type<FileType>().notNull(),
    bytes: integer('bytes').notNull(),
    width: integer('width'),
    height: integer('height'),
    sha256: text('sha256').notNull(),
    attachedKind: text('attached_kind').$type<'post'>(),
    attachedId: text('attached_id'),
    keepUntil: timestamp('keep_until'),
    createdAt: timestamp('created_at').notNull()
  },
  (t) => [
    index('files_person').on(t.personId, t.sha256),
    index('files_stored').on(t.storedId),
    index('files_attached').on(t.attachedKind, t.attachedId),
    index('files_keep_until').on(t.keepUntil)
  ]
);
