import { listOwnPending } from '#features/forum/server/list-pending.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { page } from '../answer.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) =>
  page(event, async () => {
    mustBeSignedIn(event.locals.actor);
    return { waiting: await listOwnPending(event.locals.actor) };
  });
