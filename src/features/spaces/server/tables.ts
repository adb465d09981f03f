import {
  boolean,
  index,
  integer,
  json,
  primaryKey,
  table,
  text,
  timestamp,
  uniqueIndex
} from '#lib/server/columns.ts';
import type { Names } from '#lib/names.ts';
import { organisations, persons } from '#features/people/server/tables.ts';
import type { SpaceKind, SpaceRole, Visibility } from '../spaces.ts';

export const spaces = table(
  'spaces',
  {
    id: text('id').primaryKey(),
    slug: text('slug').notNull(),
    kind: text('kind').$type<SpaceKind>().notNull(),
    titles: json<Names>('titles').notNull(),
    purposes: json<Names>('purposes').notNull(),
    countries: json<string[]>('countries').notNull(),
    regions: json<string[]>('regions').notNull(),
    axis: text('axis'),
    topics: json<string[]>('topics').notNull(),
    leadOrganisationId: text('lead_organisation_id').references(() => organisations.id),
    visibility: text('visibility').$type<Visibility>().notNull(),
    /** Grows with every change that the room `space:ID` hears of. */
    seq: integer('seq').notNull().default(0),
    illustrative: boolean('illustrative').notNull(),
    createdBy: text('created_by')
      .notNull()
      .references(() => persons.id),
    createdAt: timestamp('created_at').notNull()
  },
  (t) => [uniqueIndex('spaces_slug').on(t.slug)]
);

export const spaceMembers = table(
  'space_members',
  {
    spaceId: text('space_id')
      .notNull()
      .references(() => spaces.id),
    personId: text('person_id')
      .notNull()
      .references(() => persons.id),
    role: text('role').$type<SpaceRole>().notNull(),
    addedBy: text('added_by'),
    createdAt: timestamp('created_at').notNull()
  },
  (t) => [primaryKey({ columns: [t.spaceId, t.personId] }), index('space_members_person').on(t.personId)]
);
