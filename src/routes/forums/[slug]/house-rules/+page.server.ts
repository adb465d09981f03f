import { redirect } from '@sveltejs/kit';
import { spaceTextForm } from '#features/spaces/inputs.ts';
import { readSpace } from '#features/spaces/server/read-space.ts';
import { listSpaceTexts } from '#features/spaces/server/read-space-texts.ts';
import { writeSpaceText } from '#features/spaces/server/write-space-text.ts';
import { form, page } from '../../../answer.ts';
import { readHead } from '../../head.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) =>
  page(event, async () => {
    const head = await readHead(event.locals.actor, event.params.slug);
    return { ...head, history: await listSpaceTexts(head.space.id, 'rules', event.locals.locale) };
  });

export const actions: Actions = {
  default: (event) =>
    form(event, spaceTextForm, async (input) => {
      const { id, slug } = await readSpace(event.locals.actor, { slug: event.params.slug });
      await writeSpaceText(event.locals.actor, { ...input, spaceId: id, kind: 'rules' });
      redirect(303, `/forums/${slug}/house-rules`);
    })
};
