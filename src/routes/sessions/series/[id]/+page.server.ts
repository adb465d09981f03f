import { listSessions } from '#features/sessions/server/list-sessions.ts';
import { readSeries } from '#features/sessions/server/read-series.ts';
import { page } from '../../../answer.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) =>
  page(event, async () => {
    const { actor } = event.locals;
    const series = await readSeries(actor, event.params.id);
    return { series, ...(await listSessions(actor, { spaceId: series.space.id, seriesId: series.id })) };
  });
