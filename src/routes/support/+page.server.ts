import { listRequests } from '#features/forum/server/list-requests.ts';
import { mayAdminister } from '#features/people/server/may.ts';
import { page } from '../answer.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) =>
  page(event, async () => ({
    requests: await listRequests(event.locals.actor),
    administers: mayAdminister(event.locals.actor)
  }));
