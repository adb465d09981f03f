import { integer, json, primaryKey, table, text, timestamp } from '#lib/server/columns.ts';
import { persons } from '#features/people/server/tables.ts';

export const drafts = table(
  'drafts',
  {
    personId: text('person_id')
      .notNull()
      .references(() => persons.id),
    place: text('place').notNull(),
    fields: json<Record<string, string>>('fields').notNull(),
    files: json<string[]>('files').notNull(),
    revision: integer('revision').notNull(),
    createdAt: timestamp('created_at').notNull(),
    updatedAt: timestamp('updated_at').notNull()
  },
  (t) => [primaryKey({ columns: [t.personId, t.place] })]
);
