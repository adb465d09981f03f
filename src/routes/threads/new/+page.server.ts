import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { threadPlace } from '#features/forum/forum.ts';
import { newThread } from '#features/forum/inputs.ts';
import { listPurposes } from '#features/forum/server/list-purposes.ts';
import { startThread } from '#features/forum/server/start-thread.ts';
import { mayContribute } from '#features/spaces/server/may.ts';
import { readSpace } from '#features/spaces/server/read-space.ts';
import { newId } from '#lib/id.ts';
import { form, page } from '../../answer.ts';
import { draft, preview, readWriting } from '../writing.ts';
import type { Actions, PageServerLoad } from './$types.js';

const slugOf = (url: URL) => url.searchParams.get('forum') ?? '';

export const load: PageServerLoad = (event) =>
  page(event, async () => {
    const space = await readSpace(event.locals.actor, { slug: slugOf(event.url) });
    const purposes = await listPurposes(event.locals.actor, space);
    const wanted = event.url.searchParams.get('purpose');
    return {
      space,
      desk: await readWriting(event, threadPlace(space.id)),
      purposes,
      purpose: purposes.find((one) => one === wanted) ?? 'discussion',
      may: mayContribute(event.locals.actor, space),
      postId: newId()
    };
  });

export const actions: Actions = {
  preview,
  draft: async (event) => {
    const { id, slug } = await page(event, () => readSpace(event.locals.actor, { slug: slugOf(event.url) }));
    return draft(
      event,
      threadPlace(id),
      `/threads/new?forum=${slug}&purpose=${event.url.searchParams.get('purpose') ?? 'discussion'}`
    );
  },
  thread: (event) =>
    form(event, v.omit(newThread, ['spaceId']), async (input) => {
      const space = await readSpace(event.locals.actor, { slug: slugOf(event.url) });
      const { id, waits } = await startThread(event.locals.actor, { ...input, spaceId: space.id });
      redirect(303, waits ? `/waiting/${id}` : `/threads/${id}`);
    })
};
