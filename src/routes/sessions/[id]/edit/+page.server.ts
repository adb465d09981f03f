import { redirect } from '@sveltejs/kit';
import { cancelledSession, revisedSession } from '#features/sessions/planning-inputs.ts';
import { cancelSession } from '#features/sessions/server/cancel-session.ts';
import { readSession } from '#features/sessions/server/read-session.ts';
import { reviseSession } from '#features/sessions/server/revise-session.ts';
import { Refusal } from '#lib/refusal.ts';
import { localOf } from '#lib/zone.ts';
import { page } from '../../../answer.ts';
import { acts } from '../acts.ts';
import type { Actions, PageServerLoad } from './$types.js';

const zones = [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])];

export const load: PageServerLoad = (event) =>
  page(event, async () => {
    const { actor } = event.locals;
    const { session, rights } = await readSession(actor, event.params.id);
    if (actor.kind === 'guest')
      redirect(303, `/sign-in?to=${encodeURIComponent(`/sessions/${session.id}/edit`)}`);
    if (!rights.organise) throw new Refusal('not-allowed', 'not-an-organiser');
    return {
      session,
      zones: zones.includes(session.timezone) ? zones : [session.timezone, ...zones],
      values: {
        revision: session.revision,
        starts: localOf(session.startsAt, session.timezone),
        ends: localOf(session.endsAt, session.timezone),
        timezone: session.timezone,
        place: session.place,
        onlineLink: session.onlineLink,
        registrationRule: session.registrationRule,
        capacity_people: session.capacity,
        reminders: session.reminders
      }
    };
  });

export const actions: Actions = {
  revision: acts(revisedSession, reviseSession, 'session'),
  cancellation: acts(cancelledSession, cancelSession, 'session')
};
