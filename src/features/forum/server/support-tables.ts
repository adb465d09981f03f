import { index, integer, json, table, text, timestamp } from '#lib/server/columns.ts';
import type { Names } from '#lib/names.ts';
import { organisations } from '#features/people/server/tables.ts';
import type { SupportKind, SupportLevel, SupportStep } from '../purposes.ts';
import { threads } from './tables.ts';

/** Which organisation answers requests at which level, and for which country or region. Ended, never deleted. */
export const supportDesks = table(
  'support_desks',
  {
    id: text('id').primaryKey(),
    level: text('level').$type<SupportLevel>().notNull(),
    country: text('country'),
    region: text('region'),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id),
    addedBy: text('added_by').notNull(),
    createdAt: timestamp('created_at').notNull(),
    endedAt: timestamp('ended_at')
  },
  (t) => [index('support_desks_level').on(t.level)]
);

/** Where a request is now. `dueAt`: when it goes one level up by itself; null once answered, or at headquarters. */
export const supportRequests = table(
  'support_requests',
  {
    threadId: text('thread_id')
      .primaryKey()
      .references(() => threads.id),
    spaceId: text('space_id').notNull(),
    kind: text('kind').$type<SupportKind>().notNull(),
    country: text('country').notNull(),
    level: text('level').$type<SupportLevel>().notNull(),
    deskOrganisationId: text('desk_organisation_id'),
    dueAt: timestamp('due_at'),
    answeredAt: timestamp('answered_at'),
    answeredNumber: integer('answered_number'),
    createdAt: timestamp('created_at').notNull()
  },
  (t) => [
    index('support_requests_due').on(t.dueAt),
    index('support_requests_desk').on(t.deskOrganisationId),
    index('support_requests_level').on(t.level)
  ]
);

/** Each level that a request came to, when and why; the names of the desk as they were then. */
export const supportSteps = table(
  'support_steps',
  {
    id: text('id').primaryKey(),
    threadId: text('thread_id')
      .notNull()
      .references(() => threads.id),
    number: integer('number').notNull(),
    level: text('level').$type<SupportLevel>().notNull(),
    organisationId: text('organisation_id'),
    organisationSlug: text('organisation_slug'),
    organisation: json<Names>('organisation'),
    personId: text('person_id'),
    personName: text('person_name'),
    why: text('why').$type<SupportStep['why']>().notNull(),
    reason: text('reason'),
    createdAt: timestamp('created_at').notNull()
  },
  (t) => [index('support_steps_thread').on(t.threadId, t.number)]
);
