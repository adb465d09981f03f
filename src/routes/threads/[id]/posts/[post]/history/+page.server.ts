import { readPostHistory } from '#features/forum/server/read-post.ts';
import { page } from '../../../../../answer.ts';
import type { PageServerLoad } from './$types.js';

const numberIn = (url: URL, name: string): number | undefined =>
  /^\d{1,6}$/.test(url.searchParams.get(name) ?? '') ? Number(url.searchParams.get(name)) : undefined;

export const load: PageServerLoad = (event) =>
  page(event, async () => ({
    history: await readPostHistory(
      event.locals.actor,
      { threadId: event.params.id, id: event.params.post },
      { from: numberIn(event.url, 'from'), to: numberIn(event.url, 'to') }
    )
  }));
