import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { draftPlace } from '#features/drafts/inputs.ts';
import { listDrafts } from '#features/drafts/server/read-draft.ts';
import { removeDraft } from '#features/drafts/server/remove-draft.ts';
import { listDraftPlaces } from '#features/forum/server/list-draft-places.ts';
import { nameIn, nameLang } from '#lib/names.ts';
import { form, page } from '../answer.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) =>
  page(event, async () => {
    const { actor, locale } = event.locals;
    if (actor.kind === 'guest') redirect(303, '/sign-in?to=/drafts');
    const drafts = await listDrafts(actor);
    const places = await listDraftPlaces(
      actor,
      drafts.map(({ place }) => place)
    );
    return {
      drafts: drafts.map((draft) => {
        const found = places.get(draft.place);
        const where = found && {
          href: found.address,
          text: nameIn(found.names, locale),
          lang: nameLang(found.names, locale)
        };
        return { ...draft, where: where ?? null };
      })
    };
  });

export const actions: Actions = {
  removal: (event) =>
    form(event, v.object({ place: draftPlace }), async (input) => {
      await removeDraft(event.locals.actor, input);
      redirect(303, '/drafts');
    })
};
