import { redirect } from '@sveltejs/kit';
import { newBrief } from '#features/briefs/briefs.ts';
import { mayStartBrief } from '#features/briefs/server/may.ts';
import { startBrief } from '#features/briefs/server/start-brief.ts';
import { listSpaces } from '#features/spaces/server/list-spaces.ts';
import { form, page } from '../../answer.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) =>
  page(event, async () => {
    const { actor, locale } = event.locals;
    if (actor.kind === 'guest')
      redirect(303, `/sign-in?to=${encodeURIComponent(event.url.pathname + event.url.search)}`);
    const forums = (await listSpaces(actor))
      .filter((space) => mayStartBrief(actor, space))
      .map(({ slug, titles }) => ({ slug, titles }));
    const { searchParams } = event.url;
    return {
      forums,
      values: { forum: searchParams.get('forum'), type: searchParams.get('type'), lang: locale } as Record<
        string,
        unknown
      >
    };
  });

export const actions: Actions = {
  default: (event) =>
    form(event, newBrief, async (input) => {
      const { id } = await startBrief(event.locals.actor, input);
      redirect(303, `/briefs/${id}`);
    })
};
