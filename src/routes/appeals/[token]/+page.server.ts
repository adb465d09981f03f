import { appealWords } from '#features/moderation/moderation.ts';
import { appealByLink, readByAppealLink } from '#features/moderation/server/appeal-by-link.ts';
import { form, page } from '../../answer.ts';
import type { Actions, PageServerLoad } from './$types.js';

/** Where whom may not sign in appeals, by the link of the mail that told them. */
export const load: PageServerLoad = (event) =>
  page(event, async () => {
    event.setHeaders({ 'cache-control': 'no-store' });
    // After the appeal the link is over, and the page says that it was sent.
    const act = readByAppealLink(event.params.token);
    return { act: event.request.method === 'POST' ? await act.catch(() => null) : await act };
  });

export const actions: Actions = {
  appeal: (event) =>
    form(event, appealWords, async (input) => {
      await appealByLink(event.params.token, input);
      return { done: true };
    })
};
