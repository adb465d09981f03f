import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { attributionLift, attributionRule } from '#features/forum/inputs.ts';
import { holdRule } from '#features/forum/server/attribution/hold-rule.ts';
import { liftRule } from '#features/forum/server/attribution/lift-rule.ts';
import { openSeal } from '#features/forum/server/attribution/open-seal.ts';
import { readAttribution } from '#features/forum/server/attribution/read-attribution.ts';
import { form, page } from '../../../answer.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) =>
  page(event, () => readAttribution(event.locals.actor, event.params.id));

const here = (id: string) => `/threads/${id}/attribution`;

export const actions: Actions = {
  rule: (event) =>
    form(event, v.omit(attributionRule, ['threadId']), async (input) => {
      await holdRule(event.locals.actor, { ...input, threadId: event.params.id });
      redirect(303, here(event.params.id));
    }),
  lift: (event) =>
    form(event, v.omit(attributionLift, ['threadId']), async (input) => {
      await liftRule(event.locals.actor, { ...input, threadId: event.params.id });
      redirect(303, here(event.params.id));
    }),
  // Opening is an act of its own, never a link that a browser fetches ahead: it is answered on this page and kept nowhere.
  opening: (event) =>
    form(event, v.object({}), async () => ({ sealed: await openSeal(event.locals.actor, event.params.id) }))
};
