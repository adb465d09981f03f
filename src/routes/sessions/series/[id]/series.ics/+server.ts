import { addressIn, calendarOfAll } from '#features/sessions/server/read-calendar.ts';
import { listSessions } from '#features/sessions/server/list-sessions.ts';
import { readSeries } from '#features/sessions/server/read-series.ts';
import { readSession } from '#features/sessions/server/read-session.ts';
import { nameIn } from '#lib/names.ts';
import { settings } from '#lib/server/env.ts';
import { page } from '../../../../answer.ts';
import type { RequestHandler } from './$types.js';

/** The sessions of a series that are still to come, in one file. */
export const GET: RequestHandler = (event) =>
  page(event, async () => {
    const { actor, locale } = event.locals;
    const series = await readSeries(actor, event.params.id);
    const { coming, live } = await listSessions(actor, { spaceId: series.space.id, seriesId: series.id });
    const forum = nameIn(series.space.titles, locale);
    const entries = [];
    for (const { id } of [...live, ...coming].slice(0, 100)) {
      const { session } = await readSession(actor, id);
      const of = {
        url: `${event.url.origin}/sessions/${id}`,
        forum,
        organiser: forum,
        from: addressIn(settings().mailFrom),
        now: new Date()
      };
      entries.push({ session, of });
    }
    return new Response(calendarOfAll(entries), {
      headers: {
        'content-type': 'text/calendar; charset=utf-8',
        'content-disposition': 'attachment; filename="series.ics"',
        'cache-control': 'private, no-store'
      }
    });
  });
