import { readVersion } from '#features/briefs/server/read-version.ts';
import { page } from '../../../../answer.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) =>
  page(event, async () => ({
    version: await readVersion(event.locals.actor, event.params.id, event.params.version)
  }));
