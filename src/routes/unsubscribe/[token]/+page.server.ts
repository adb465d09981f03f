import * as v from 'valibot';
import { readStop } from '#features/following/server/read-stop.ts';
import { stopMail } from '#features/following/server/stop-mail.ts';
import { limit } from '#lib/server/limits.ts';
import { form, page } from '../../answer.ts';
import type { Actions, PageServerLoad } from './$types.js';

/** Looking changes nothing: mail scanners follow every link. */
export const load: PageServerLoad = (event) =>
  page(event, async () => {
    event.setHeaders({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' });
    return { stop: await readStop(event.params.token, event.locals.locale) };
  });

/** The button, and the mail service that presses it for its reader (RFC 8058). */
export const actions: Actions = {
  default: (event) =>
    form(event, v.object({}), async () => {
      await limit('unsubscribe', event.getClientAddress(), 300, 60);
      return { stopped: await stopMail(event.params.token) };
    })
};
