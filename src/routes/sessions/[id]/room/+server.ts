import { stringify } from 'devalue';
import { readRoom } from '#features/sessions/server/read-room.ts';
import { page } from '../../../answer.ts';
import type { RequestHandler } from './$types.js';

/** The room as its page loads it, for the open page that reads it again after an act of its reader's own. */
export const GET: RequestHandler = (event) =>
  page(
    event,
    async () =>
      new Response(stringify(await readRoom(event.locals.actor, event.params.id)), {
        headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'private, no-store' }
      })
  );
