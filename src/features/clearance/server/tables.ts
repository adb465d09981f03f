import { boolean, index, integer, json, primaryKey, table, text, timestamp } from '#lib/server/columns.ts';
import { organisations, persons } from '#features/people/server/tables.ts';
import type { TimeOut } from '../clearance.ts';

/** An organisation whose posts wait for its focal points. Without a row nothing waits. */
export const clearanceRules = table('clearance_rules', {
  organisationId: text('organisation_id')
    .primaryKey()
    .references(() => organisations.id),
  hours: integer('hours').notNull(),
  atEnd: text('at_end').$type<TimeOut>().notNull(),
  /** Focal points' own posts go out at once. */
  exemptsFocalPoints: boolean('exempts_focal_points').notNull(),
  /** Ids of the spaces that it is for; null: all of them. */
  spaceIds: json<string[]>('space_ids'),
  setBy: text('set_by').notNull(),
  setAt: timestamp('set_at').notNull()
});

/** Who clears for an organisation; it counts for as long as they have a place in it. */
export const focalPoints = table(
  'focal_points',
  {
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id),
    personId: text('person_id')
      .notNull()
      .references(() => persons.id),
    namedBy: text('named_by').notNull(),
    createdAt: timestamp('created_at').notNull()
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.personId] }),
    index('focal_points_person').on(t.personId)
  ]
);

/** The links of the mails to focal points: one person, one text in one revision, once. Only the hash is kept. */
export const clearanceLinks = table(
  'clearance_links',
  {
    tokenHash: text('token_hash').primaryKey(),
    personId: text('person_id').notNull(),
    pendingId: text('pending_id').notNull(),
    revision: integer('revision').notNull(),
    createdAt: timestamp('created_at').notNull(),
    expiresAt: timestamp('expires_at').notNull(),
    usedAt: timestamp('used_at')
  },
  (t) => [index('clearance_links_pending').on(t.pendingId)]
);
