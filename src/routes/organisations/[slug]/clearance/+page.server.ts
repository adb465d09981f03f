import * as v from 'valibot';
import { clearanceRuleInput, focalPointInput } from '#features/clearance/clearance.ts';
import { endClearanceRule } from '#features/clearance/server/end-clearance-rule.ts';
import { nameFocalPoint } from '#features/clearance/server/name-focal-point.ts';
import { readClearance } from '#features/clearance/server/read-clearance.ts';
import { removeFocalPoint } from '#features/clearance/server/remove-focal-point.ts';
import { setClearanceRule } from '#features/clearance/server/set-clearance-rule.ts';
import { readOrganisation } from '#features/people/server/read-organisation.ts';
import { listSpaces } from '#features/spaces/server/list-spaces.ts';
import { form, page } from '../../../answer.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) =>
  page(event, async () => {
    const { actor } = event.locals;
    const clearance = await readClearance(actor, event.params);
    const { people } = await readOrganisation(actor, event.params);
    return {
      clearance,
      people: people.map(({ id, name }) => ({ id, name })),
      spaces: (await listSpaces(actor)).map(({ id, titles }) => ({ id, titles }))
    };
  });

/** The organisation is the one of the address. */
const idOf = async (event: Parameters<PageServerLoad>[0] | Parameters<Actions[string]>[0]) =>
  (await readClearance(event.locals.actor, { slug: event.params.slug ?? '' })).organisation.id;

export const actions: Actions = {
  rule: (event) =>
    form(event, v.omit(clearanceRuleInput, ['organisationId']), async (input) => {
      await setClearanceRule(event.locals.actor, { ...input, organisationId: await idOf(event) });
      return { done: true };
    }),
  end: (event) =>
    form(event, v.object({}), async () => {
      await endClearanceRule(event.locals.actor, { organisationId: await idOf(event) });
      return { done: true };
    }),
  naming: (event) =>
    form(event, v.omit(focalPointInput, ['organisationId']), async ({ personId }) => {
      await nameFocalPoint(event.locals.actor, { personId, organisationId: await idOf(event) });
      return { done: true };
    }),
  removal: (event) =>
    form(event, v.omit(focalPointInput, ['organisationId']), async ({ personId }) => {
      await removeFocalPoint(event.locals.actor, { personId, organisationId: await idOf(event) });
      return { done: true };
    })
};
