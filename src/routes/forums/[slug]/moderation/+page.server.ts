import * as v from 'valibot';
import { readRules } from '#features/forum/server/read-rules.ts';
import { spaceRulesInput } from '#features/moderation/moderation.ts';
import { countActs } from '#features/moderation/server/count-acts.ts';
import { setSpaceRules } from '#features/moderation/server/set-pace.ts';
import { mayModerate } from '#features/spaces/server/may.ts';
import { readSpace } from '#features/spaces/server/read-space.ts';
import { form, page } from '../../../answer.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) =>
  page(event, async () => {
    const { actor } = event.locals;
    const acts = await countActs(actor, event.params.slug);
    const space = await readSpace(actor, event.params);
    return {
      acts,
      space: { slug: space.slug, titles: space.titles },
      rules: await readRules(space.id, null),
      moderates: mayModerate(actor, space)
    };
  });

export const actions: Actions = {
  rules: (event) =>
    form(event, v.omit(spaceRulesInput, ['spaceId']), async (input) => {
      const space = await readSpace(event.locals.actor, event.params);
      await setSpaceRules(event.locals.actor, { ...input, spaceId: space.id });
      return { done: true };
    })
};
