import { readCountry } from '#features/people/server/read-country.ts';
import { page } from '../../answer.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) =>
  page(event, async () => ({ country: await readCountry(event.params.code, event.locals.locale) }));
