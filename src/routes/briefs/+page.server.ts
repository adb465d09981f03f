import { listBriefs } from '#features/briefs/server/list-briefs.ts';
import { page } from '../answer.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) =>
  page(event, async () => {
    const briefs = await listBriefs(event.locals.actor);
    return {
      writing: briefs.filter((brief) => !brief.published),
      published: briefs.filter((brief) => brief.published)
    };
  });
