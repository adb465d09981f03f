import * as v from 'valibot';
import { lifting, suspension } from '#features/moderation/moderation.ts';
import { liftSuspension } from '#features/moderation/server/lift-suspension.ts';
import { listSuspensions } from '#features/moderation/server/list-suspensions.ts';
import { suspendPerson } from '#features/moderation/server/suspend-person.ts';
import { readPerson } from '#features/people/server/read-person.ts';
import { form, page } from '../../answer.ts';
import type { Actions, PageServerLoad } from './$types.js';

/** Who may not sign in; `?person=ID` (from the list of people, or their page) chooses whom to suspend. */
export const load: PageServerLoad = (event) =>
  page(event, async () => {
    const { actor } = event.locals;
    const suspensions = await listSuspensions(actor);
    const id = event.url.searchParams.get('person');
    const person = id ? await readPerson(actor, { id }) : null;
    return { suspensions, person: person && { id: person.id, name: person.name } };
  });

export const actions: Actions = {
  suspension: (event) =>
    form(event, v.omit(suspension, ['spaceId']), async (input) => {
      await suspendPerson(event.locals.actor, { ...input, spaceId: null });
      return { done: 'suspended' as const };
    }),
  lifting: (event) =>
    form(event, v.omit(lifting, ['spaceId']), async (input) => {
      await liftSuspension(event.locals.actor, { ...input, spaceId: null });
      return { done: 'lifted' as const };
    })
};
