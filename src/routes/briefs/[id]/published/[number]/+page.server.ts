import { readPublication } from '#features/briefs/server/read-publication.ts';
import { page } from '../../../../answer.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) =>
  page(event, async () => ({
    publication: await readPublication(
      event.locals.actor,
      event.params.id,
      /^[1-9]\d{0,5}$/.test(event.params.number) ? Number(event.params.number) : 0
    )
  }));
