import { listToClear } from '#features/forum/server/list-pending.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { page } from '../answer.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) =>
  page(event, async () => {
    mustBeSignedIn(event.locals.actor);
    return {
      waiting: await listToClear(event.locals.actor),
      done: event.url.searchParams.get('done')
    };
  });
