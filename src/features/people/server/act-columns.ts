import { json, text } from '#lib/server/columns.ts';
import type { Names } from '#lib/names.ts';
import type { Act } from '../people.ts';

/** The columns that every table of acts carries: the author as they were then (see `Act`). Spread them into a table. */
export const actColumns = () => ({
  personId: text('act_person_id').notNull(),
  personName: text('act_person_name').notNull(),
  capacity: text('act_capacity').$type<Act['capacity']>().notNull(),
  organisationId: text('act_organisation_id'),
  organisation: json<Names>('act_organisation'),
  organisationSlug: text('act_organisation_slug'),
  country: text('act_country'),
  title: text('act_title')
});

/** The act out of a row that has the columns. */
export function actOf(row: Act): Act {
  const { personId, personName, capacity, organisationId, organisation, organisationSlug, country, title } =
    row;
  return { personId, personName, capacity, organisationId, organisation, organisationSlug, country, title };
}
