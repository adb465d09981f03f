import { redirect } from '@sveltejs/kit';
import { spaceAttribution } from '#features/forum/inputs.ts';
import { holdSpaceRule } from '#features/forum/server/attribution/hold-space-rule.ts';
import { readSpaceAttribution } from '#features/forum/server/attribution/read-space-attribution.ts';
import { readSpace } from '#features/spaces/server/read-space.ts';
import { form, page } from '../../../answer.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) =>
  page(event, () => readSpaceAttribution(event.locals.actor, event.params.slug));

export const actions: Actions = {
  rule: (event) =>
    form(event, spaceAttribution, async (input) => {
      const { id } = await readSpace(event.locals.actor, { slug: event.params.slug });
      await holdSpaceRule(event.locals.actor, { ...input, spaceId: id });
      redirect(303, `/forums/${event.params.slug}/attribution`);
    })
};
