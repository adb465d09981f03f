import { redirect } from '@sveltejs/kit';
import { findThread } from '#features/forum/server/find-thread.ts';
import { listOrganisations } from '#features/people/server/list-organisations.ts';
import { newProposal } from '#features/positions/inputs.ts';
import { mayPropose } from '#features/positions/server/may.ts';
import { openProposal } from '#features/positions/server/open-proposal.ts';
import { refusalOf } from '#features/spaces/server/may.ts';
import { Refusal } from '#lib/refusal.ts';
import { memberStates, others } from '#lib/vocab/countries.ts';
import { localOf } from '#lib/zone.ts';
import { form, page } from '../../answer.ts';
import type { Actions, PageServerLoad } from './$types.js';

const zones = [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])];

export const load: PageServerLoad = (event) =>
  page(event, async () => {
    const { actor, timezone, locale } = event.locals;
    const id = event.url.searchParams.get('thread') ?? '';
    if (actor.kind === 'guest')
      redirect(303, `/sign-in?to=${encodeURIComponent(`/proposals/new?thread=${id}`)}`);
    const { thread, space } = await findThread(actor, id);
    if (!mayPropose(actor, space)) throw refusalOf(space);
    if (thread.unattributedSince) throw new Refusal('conflict', 'positions-under-rule');
    const organisations = await listOrganisations({}, locale);
    const hour = 3_600_000;
    const week = new Date(Math.ceil(Date.now() / hour) * hour + 7 * 24 * hour);
    return {
      thread: { id, title: thread.subject, lang: thread.lang },
      space: { slug: space.slug, titles: space.titles },
      countries: {
        scope: space.countries,
        all: [...memberStates, ...others].map(({ alpha2 }) => alpha2)
      },
      organisations: organisations.map(({ id, names }) => ({ id, names })),
      zones,
      defaults: {
        method: 'consent',
        decides: 'organisation',
        visible: 'open',
        awaited: 'on',
        quorumKind: 'none',
        timezone,
        closes: localOf(week, timezone),
        countries: space.countries
      }
    };
  });

/** The space is the one that the thread is in, and so is whether somebody may be named: asked here, not taken from the form. */
export const actions: Actions = {
  default: (event) =>
    form(event, newProposal, async (input) => {
      const { thread, space } = await findThread(event.locals.actor, input.subjectId);
      const unattributed = thread.unattributedSince !== null;
      const { id } = await openProposal(event.locals.actor, { ...input, spaceId: space.id, unattributed });
      redirect(303, `/proposals/${id}`);
    })
};
