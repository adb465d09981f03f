import { redirect } from '@sveltejs/kit';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { newSpaceForm } from '#features/spaces/inputs.ts';
import { mayStartSpace } from '#features/spaces/server/may.ts';
import { startSpace } from '#features/spaces/server/start-space.ts';
import { Refusal } from '#lib/refusal.ts';
import { form, page } from '../../answer.ts';
import { countryChoices } from '../../organisations/choices.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) =>
  page(event, async () => {
    const { actor, locale } = event.locals;
    const { capacities, actingAs } = mustBeSignedIn(actor);
    if (!mayStartSpace(actor)) throw new Refusal('not-allowed', 'needs-mandate');
    return { leads: capacities, lead: actingAs, countries: countryChoices(locale) };
  });

export const actions: Actions = {
  default: (event) =>
    form(event, newSpaceForm, async (input) => {
      const { slug } = await startSpace(event.locals.actor, input);
      redirect(303, `/forums/${slug}`);
    })
};
