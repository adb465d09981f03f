import { redirect } from '@sveltejs/kit';
import { deskEnd, newDesk } from '#features/forum/inputs.ts';
import { listDesks } from '#features/forum/server/list-desks.ts';
import { endDesk } from '#features/forum/server/support/end-desk.ts';
import { nameDesk } from '#features/forum/server/support/name-desk.ts';
import { listOrganisations } from '#features/people/server/list-organisations.ts';
import { nameIn } from '#lib/names.ts';
import { form, page } from '../../answer.ts';
import { countryChoices } from '../../country-choices.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) =>
  page(event, async () => {
    const { actor, locale } = event.locals;
    const desks = await listDesks(actor);
    const all = await listOrganisations(
      { kind: undefined, country: undefined, region: undefined, q: undefined },
      locale
    );
    return {
      desks,
      countries: countryChoices(locale),
      organisations: all.map(({ slug, names }) => ({ slug, name: nameIn(names, locale) }))
    };
  });

export const actions: Actions = {
  desk: (event) =>
    form(event, newDesk, async (input) => {
      await nameDesk(event.locals.actor, input);
      redirect(303, '/support/desks');
    }),
  ending: (event) =>
    form(event, deskEnd, async (input) => {
      await endDesk(event.locals.actor, input);
      redirect(303, '/support/desks');
    })
};
