import { redirect } from '@sveltejs/kit';
import { maySchedule } from '#features/sessions/server/may.ts';
import { listChairs } from '#features/sessions/server/read-chair.ts';
import { listBelongings } from '#features/sessions/server/read-series.ts';
import { scheduleSession } from '#features/sessions/server/schedule-session.ts';
import { newSession } from '#features/sessions/inputs.ts';
import { localOf } from '#lib/zone.ts';
import { readSpace } from '#features/spaces/server/read-space.ts';
import { Refusal } from '#lib/refusal.ts';
import { memberStates } from '#lib/vocab/countries.ts';
import { form, page } from '../../answer.ts';
import type { Actions, PageServerLoad } from './$types.js';

const zones = [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])];

export const load: PageServerLoad = (event) =>
  page(event, async () => {
    const { actor, locale, timezone } = event.locals;
    const slug = event.url.searchParams.get('forum') ?? '';
    if (actor.kind === 'guest')
      redirect(303, `/sign-in?to=${encodeURIComponent(`/sessions/new?forum=${slug}`)}`);
    const space = await readSpace(actor, { slug });
    const capacities = ['personal', ...actor.capacities.map(({ value }) => value)];
    if (!capacities.some((capacity) => maySchedule(actor, space, capacity)))
      throw new Refusal('not-allowed', 'session-not-yours-to-schedule');
    // Tomorrow at the next full hour, an hour and a half: something sensible to change.
    const hour = 3_600_000;
    const starts = new Date(Math.ceil(Date.now() / hour) * hour + 24 * hour);
    return {
      forum: { slug, titles: space.titles, countries: space.countries },
      belongings: await listBelongings(space.id),
      chairs: await listChairs(space.id),
      countries: memberStates.map(({ alpha2 }) => alpha2),
      zones,
      defaults: {
        lang: locale,
        timezone,
        starts: localOf(starts, timezone),
        ends: localOf(new Date(starts.getTime() + 1.5 * hour), timezone),
        countries: space.countries
      }
    };
  });

export const actions: Actions = {
  default: (event) =>
    form(event, newSession, async (input) => {
      const { id } = await scheduleSession(event.locals.actor, input);
      redirect(303, `/sessions/${id}`);
    })
};
