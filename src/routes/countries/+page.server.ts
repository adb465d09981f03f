import { listCountries } from '#features/people/server/list-countries.ts';
import { recordDate } from '#lib/vocab/countries.ts';
import { page } from '../answer.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) =>
  page(event, async () => {
    const present = event.url.searchParams.has('present');
    const regions = await listCountries(event.locals.locale);
    return {
      recordDate,
      present,
      regions: regions.map(({ region, countries }) => ({
        region,
        total: countries.length,
        countries: present ? countries.filter((one) => one.organisations + one.people > 0) : countries
      }))
    };
  });
