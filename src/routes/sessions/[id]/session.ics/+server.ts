import { addressIn, calendarOf } from '#features/sessions/server/read-calendar.ts';
import { readSession } from '#features/sessions/server/read-session.ts';
import { nameIn } from '#lib/names.ts';
import { settings } from '#lib/server/env.ts';
import { page } from '../../../answer.ts';
import type { RequestHandler } from './$types.js';

export const GET: RequestHandler = (event) =>
  page(event, async () => {
    const { session } = await readSession(event.locals.actor, event.params.id);
    const { locale } = event.locals;
    const { scheduledBy } = session;
    const file = calendarOf(session, {
      url: `${event.url.origin}/sessions/${session.id}`,
      forum: nameIn(session.space.titles, locale),
      organiser: scheduledBy.organisation ? nameIn(scheduledBy.organisation, locale) : scheduledBy.personName,
      from: addressIn(settings().mailFrom),
      now: new Date()
    });
    return new Response(file, {
      headers: {
        'content-type': 'text/calendar; charset=utf-8',
        'content-disposition': 'attachment; filename="session.ics"',
        'cache-control': 'private, no-store'
      }
    });
  });
