import { readPerson } from '#features/people/server/read-person.ts';
import { page } from '../../answer.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) =>
  page(event, async () => ({ person: await readPerson(event.locals.actor, { id: event.params.id }) }));
