import * as v from 'valibot';
import { organisationFilter } from '#features/people/people.ts';
import { listOrganisations } from '#features/people/server/list-organisations.ts';
import { page } from '../answer.ts';
import { countryChoices } from './choices.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) =>
  page(event, async () => {
    const given = Object.fromEntries([...event.url.searchParams].filter(([, value]) => value !== ''));
    const filter = v.parse(organisationFilter, given);
    return {
      filter,
      organisations: await listOrganisations(filter, event.locals.locale),
      countries: countryChoices(event.locals.locale)
    };
  });
