import { json } from '@sveltejs/kit';
import { countUnread } from '#features/following/server/count-unread.ts';
import type { RequestHandler } from './$types.js';

/** How many notifications one has not read: what the bell asks after its line was cut. */
export const GET: RequestHandler = async ({ locals }) =>
  json({ unread: await countUnread(locals.actor) }, { headers: { 'cache-control': 'no-store' } });
