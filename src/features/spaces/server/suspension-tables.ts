import { index, primaryKey, table, text, timestamp } from '#lib/server/columns.ts';
import { persons } from '#features/people/server/tables.ts';
import { spaces } from './tables.ts';

/**
 * Who may not contribute to a space until when: they read as before. One row a person and space, taken out when it is
 * lifted; what was decided, by whom and why stands in the acts of moderation.
 */
export const spaceSuspensions = table(
  'space_suspensions',
  {
    spaceId: text('space_id')
      .notNull()
      .references(() => spaces.id),
    personId: text('person_id')
      .notNull()
      .references(() => persons.id),
    until: timestamp('until').notNull(),
    actId: text('act_id').notNull(),
    createdAt: timestamp('created_at').notNull()
  },
  (t) => [primaryKey({ columns: [t.spaceId, t.personId] }), index('space_suspensions_person').on(t.personId)]
);
