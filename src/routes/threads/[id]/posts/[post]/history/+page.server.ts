import { readPostHistory } from '#features/forum/server/read-post.ts';
import { page } from '../../../../../answer.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) =>
  page(event, async () => ({
    history: await readPostHistory(event.locals.actor, { threadId: event.params.id, id: event.params.post })
  }));
