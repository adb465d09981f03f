import { listSessions } from '#features/sessions/server/list-sessions.ts';
import { maySchedule } from '#features/sessions/server/may.ts';
import { listSpaces } from '#features/spaces/server/list-spaces.ts';
import { page } from '../answer.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) =>
  page(event, async () => {
    const { actor } = event.locals;
    const before = new Date(event.url.searchParams.get('before') ?? NaN);
    const paging = !Number.isNaN(before.getTime());
    const capacities = actor.kind === 'member' ? actor.capacities.map(({ value }) => value) : [];
    const forums = actor.kind === 'member' ? await listSpaces(actor) : [];
    return {
      ...(await listSessions(actor, { before: paging ? before : undefined })),
      paging,
      schedulable: forums
        .filter((space) =>
          ['personal', ...capacities].some((capacity) => maySchedule(actor, space, capacity))
        )
        .map(({ slug, titles }) => ({ slug, titles }))
    };
  });
