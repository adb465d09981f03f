import { redirect } from '@sveltejs/kit';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { mayStartSpace } from '#features/spaces/server/may.ts';
import { startSpace } from '#features/spaces/server/start-space.ts';
import { newSpaceForm } from '#features/spaces/inputs.ts';
import { Refusal } from '#lib/refusal.ts';
import { countryName } from '#lib/vocab/country-name.ts';
import { memberStates, others } from '#lib/vocab/countries.ts';
import { form, page } from '../../answer.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) =>
  page(event, async () => {
    const { actor, locale } = event.locals;
    const member = mustBeSignedIn(actor);
    if (!mayStartSpace(actor)) throw new Refusal('not-allowed', 'needs-mandate');
    const countries = [...memberStates, ...others]
      .map(({ alpha2 }) => ({ code: alpha2, name: countryName(alpha2, locale) }))
      .sort((a, b) => a.name.localeCompare(b.name, locale));
    return { member: { ...member, signInId: '' }, countries };
  });

export const actions: Actions = {
  default: (event) =>
    form(event, newSpaceForm, async (input) => {
      const { slug } = await startSpace(event.locals.actor, input);
      redirect(303, `/forums/${slug}`);
    })
};
