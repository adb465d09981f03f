import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { spaceChangeForm } from '#features/spaces/inputs.ts';
import { archiveSpace } from '#features/spaces/server/archive-space.ts';
import { changeSpace } from '#features/spaces/server/change-space.ts';
import { mayReopen } from '#features/spaces/server/may.ts';
import { readSpace } from '#features/spaces/server/read-space.ts';
import { reopenSpace } from '#features/spaces/server/reopen-space.ts';
import { Refusal } from '#lib/refusal.ts';
import { form, page } from '../../../answer.ts';
import { countryChoices } from '../../../organisations/choices.ts';
import { readHead } from '../../head.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) =>
  page(event, async () => {
    const { actor, locale } = event.locals;
    const { capacities } = mustBeSignedIn(actor);
    const head = await readHead(actor, event.params.slug);
    if (!head.may.moderate) throw new Refusal('not-allowed');
    const lead = head.space.leadOrganisation;
    // Who leads it now stays to be chosen, also by a moderator who does not speak for them.
    const others = capacities.filter(({ value }) => value !== lead?.id);
    const now = lead && { value: lead.id, organisation: lead.names, country: null, mandate: 'none' as const };
    return {
      ...head,
      leads: now ? [now, ...others] : others,
      countries: countryChoices(locale),
      reopens: mayReopen(actor)
    };
  });

const nothing = v.object({});
export const actions: Actions = {
  settings: (event) =>
    form(event, spaceChangeForm, async (input) => {
      const { id, slug } = await readSpace(event.locals.actor, { slug: event.params.slug });
      await changeSpace(event.locals.actor, { ...input, spaceId: id });
      redirect(303, `/forums/${slug}`);
    }),
  archiving: (event) =>
    form(event, nothing, async () => {
      const { id, slug } = await readSpace(event.locals.actor, { slug: event.params.slug });
      await archiveSpace(event.locals.actor, { spaceId: id });
      redirect(303, `/forums/${slug}`);
    }),
  reopening: (event) =>
    form(event, nothing, async () => {
      const { id, slug } = await readSpace(event.locals.actor, { slug: event.params.slug });
      await reopenSpace(event.locals.actor, { spaceId: id });
      redirect(303, `/forums/${slug}`);
    })
};
