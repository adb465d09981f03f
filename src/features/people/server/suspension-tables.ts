import { table, text, timestamp } from '#lib/server/columns.ts';
import { persons } from './tables.ts';

/** Who may not sign in until when. Taken out when it is lifted; what was decided and why is an act of moderation. */
export const personSuspensions = table('person_suspensions', {
  personId: text('person_id')
    .primaryKey()
    .references(() => persons.id),
  until: timestamp('until').notNull(),
  actId: text('act_id').notNull(),
  createdAt: timestamp('created_at').notNull()
});
