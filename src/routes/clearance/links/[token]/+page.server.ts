import * as v from 'valibot';
import { pendingReturn } from '#features/forum/inputs.ts';
import { decideByLink, readByLink } from '#features/forum/server/decide-by-link.ts';
import { form, page } from '../../../answer.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) =>
  page(event, async () => {
    event.setHeaders({ 'cache-control': 'no-store' });
    // After its decision the link is over, and the page says what was decided.
    if (event.request.method === 'POST')
      return { pending: await readByLink(event.params.token).catch(() => null) };
    return { pending: await readByLink(event.params.token) };
  });

export const actions: Actions = {
  clearance: (event) =>
    form(event, v.object({}), () => decideByLink(event.params.token, { decision: 'clear', note: null })),
  return: (event) =>
    form(event, v.pick(pendingReturn, ['note']), ({ note }) =>
      decideByLink(event.params.token, { decision: 'return', note })
    )
};
