import * as v from 'valibot';
import { appealDecision, newAppeal } from '#features/moderation/moderation.ts';
import { appealAct } from '#features/moderation/server/appeal-act.ts';
import { decideAppeal } from '#features/moderation/server/decide-appeal.ts';
import { readModerationAct } from '#features/moderation/server/read-act-of-moderation.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { form, page } from '../../../answer.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) =>
  page(event, async () => {
    mustBeSignedIn(event.locals.actor);
    return { act: await readModerationAct(event.locals.actor, event.params.id) };
  });

export const actions: Actions = {
  appeal: (event) =>
    form(event, v.omit(newAppeal, ['actId']), (input) =>
      appealAct(event.locals.actor, { ...input, actId: event.params.id })
    ),
  decision: (event) =>
    form(event, v.omit(appealDecision, ['actId']), (input) =>
      decideAppeal(event.locals.actor, { ...input, actId: event.params.id })
    )
};
