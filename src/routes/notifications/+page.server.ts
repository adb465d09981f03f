import { redirect } from '@sveltejs/kit';
import { readingInput } from '#features/following/following.ts';
import { countUnread } from '#features/following/server/count-unread.ts';
import { listNotifications } from '#features/following/server/list-notifications.ts';
import { markNotifications } from '#features/following/server/mark-notifications.ts';
import { form, page } from '../answer.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) => {
  const { actor } = event.locals;
  if (actor.kind === 'guest') redirect(303, '/sign-in?to=/notifications');
  return page(event, async () => {
    const { searchParams } = event.url;
    const all = searchParams.get('show') === 'all';
    const turned = Math.min(Math.max(Number.parseInt(searchParams.get('page') ?? '1', 10) || 1, 1), 10_000);
    return {
      all,
      turned,
      list: await listNotifications(actor, { unreadOnly: !all, page: turned - 1 }),
      total: await countUnread(actor)
    };
  });
};

export const actions: Actions = {
  reading: (event) =>
    form(event, readingInput, async (input) => {
      await markNotifications(event.locals.actor, input);
      redirect(303, `/notifications${event.url.searchParams.get('show') === 'all' ? '?show=all' : ''}`);
    })
};
